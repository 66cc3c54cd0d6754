"""Trains 500 trees of depth 6, and explains rows with shap's own C++ and with XGBoost, on one thread. Prints JSON, by CPU seconds.

python bench/explanations/peers.py FOLDER ROWS
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
import shap
import xgboost

folder, count = Path(sys.argv[1]), int(sys.argv[2])
random = np.random.default_rng(20261124)
FEATURES = 20
names = [f"input_{chr(97 + index)}" for index in range(FEATURES)]


def rows(size):
    x = random.normal(size=(size, FEATURES)).round(4)
    x[random.random(x.shape) < 0.05] = np.nan
    return x


x = rows(20_000)
filled = np.nan_to_num(x)
y = (filled[:, 0] + filled[:, 1] * filled[:, 2] - np.abs(filled[:, 3]) + random.normal(size=len(x)) > -0.5).astype(float)
data = xgboost.DMatrix(x, y, feature_names=names)
settings = {"objective": "binary:logistic", "max_depth": 6, "eta": 0.05, "nthread": 1, "seed": 1}
booster = xgboost.train(settings, data, 500)
booster.save_model(folder / "model.json")
asked = rows(count).astype(np.float32).astype(float)
matrix = xgboost.DMatrix(asked, feature_names=names)
explainer = shap.TreeExplainer(booster, feature_perturbation="tree_path_dependent")
# Else it hands over to XGBoost.
explainer.model.model_type = "internal"


def best(what, repeats=5):
    taken = []
    for _ in range(repeats):
        started = time.process_time()
        result = what()
        taken.append(time.process_time() - started)
    return result, min(taken)


values, shap_seconds = best(lambda: explainer.shap_values(asked, check_additivity=False))
_, xgboost_seconds = best(lambda: booster.predict(matrix, pred_contribs=True))
single = asked[:20]
_, single_seconds = best(lambda: [explainer.shap_values(single[i : i + 1], check_additivity=False) for i in range(20)])
json.dump(
    {
        "versions": {"shap": shap.__version__, "xgboost": xgboost.__version__},
        "rows": [[None if np.isnan(v) else v for v in row] for row in asked.tolist()],
        "values": values.tolist(),
        "perSecond": {
            "shap, batch": count / shap_seconds,
            "shap, one at a time": 20 / single_seconds,
            "XGBoost, batch": count / xgboost_seconds,
        },
    },
    sys.stdout,
)

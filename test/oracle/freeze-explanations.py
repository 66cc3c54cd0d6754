"""Freezes models, predictions and SHAP values from XGBoost and shap for src/playbook/5-oversight/explanations.

python -m venv .venv && .venv/bin/pip install xgboost-cpu shap scikit-learn && .venv/bin/python test/oracle/freeze-explanations.py
"""

import json
import tempfile
from pathlib import Path

import numpy as np
import shap
import sklearn
import xgboost
from sklearn.linear_model import LogisticRegression

random = np.random.default_rng(20261124)
NAMES = ["orders", "days_since", "basket", "returns", "tenure"]


def rows(count, missing):
    x = random.normal(size=(count, len(NAMES))).round(3)
    x[:, 0] = random.poisson(3, count)
    x[:, 3] = random.integers(0, 4, count)
    if missing:
        x[random.random(x.shape) < 0.15] = np.nan
    return x


def plain(values):
    return [[None if np.isnan(v) else float(v) for v in row] for row in np.atleast_2d(values)]


def trees(title, objective, depth, rounds, missing, **more):
    x = rows(600, missing)
    signal = np.nan_to_num(x[:, 0]) - 2 * np.nan_to_num(x[:, 1]) * np.nan_to_num(x[:, 2]) + np.nan_to_num(x[:, 3])
    y = signal if objective == "reg:squarederror" else (signal > np.median(signal)).astype(float)
    data = xgboost.DMatrix(x, y, feature_names=NAMES)
    booster = xgboost.train({"objective": objective, "max_depth": depth, "eta": 0.3, "seed": 1, **more}, data, rounds)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.json"
        booster.save_model(path)
        model = json.loads(path.read_text())
    # Kept small: what a reader of trees does not look at is left out.
    for tree in model["learner"]["gradient_booster"]["model"]["trees"]:
        for key in ("base_weights", "loss_changes", "parents"):
            tree.pop(key, None)
    asked = rows(12, missing)
    # A value on the threshold as a 32-bit float, and one that rounds to it: the comparison decides.
    first = model["learner"]["gradient_booster"]["model"]["trees"][0]
    edge = np.float32(first["split_conditions"][0])
    asked[0, first["split_indices"][0]] = float(edge)
    asked[1, first["split_indices"][0]] = float(edge) - 1e-12
    matrix = xgboost.DMatrix(asked, feature_names=NAMES)
    explainer = shap.TreeExplainer(booster, feature_perturbation="tree_path_dependent")
    # Else it hands over to XGBoost, and there would be one reference instead of two.
    explainer.model.model_type = "internal"
    contributions = booster.predict(matrix, pred_contribs=True).astype(float)
    return {
        "title": title,
        "model": model,
        "rows": plain(asked),
        "margins": booster.predict(matrix, output_margin=True).astype(float).tolist(),
        "predictions": booster.predict(matrix).astype(float).tolist(),
        # By XGBoost: what shap calls the expected value of such a model is the weight of the root, and adds up to nothing.
        "expected": float(contributions[0, -1]),
        "shap": explainer.shap_values(asked.astype(np.float32).astype(float), check_additivity=False).tolist(),
        "xgboost": contributions[:, :-1].tolist(),
    }


def linear():
    x = rows(600, False)
    y = (x[:, 0] - 2 * x[:, 1] + random.normal(size=600) > 2).astype(int)
    fitted = LogisticRegression().fit(x, y)
    asked = rows(12, False)
    explainer = shap.LinearExplainer(fitted, shap.maskers.Independent(x, max_samples=len(x)))
    return {
        "model": {
            "link": "logit",
            "intercept": float(fitted.intercept_[0]),
            "coefficients": dict(zip(NAMES, fitted.coef_[0].tolist())),
            "means": dict(zip(NAMES, x.mean(axis=0).tolist())),
        },
        "rows": plain(asked),
        "predictions": fitted.predict_proba(asked)[:, 1].tolist(),
        "expected": float(explainer.expected_value),
        "shap": explainer.shap_values(asked).tolist(),
    }


frozen = {
    "made": {"xgboost": xgboost.__version__, "shap": shap.__version__, "sklearn": sklearn.__version__},
    "trees": [
        trees("logistic, depth 4, missing values", "binary:logistic", 4, 12, True),
        trees("logistic, depth 3, base score 0.2", "binary:logistic", 3, 6, False, base_score=0.2),
        trees("squared error, depth 6", "reg:squarederror", 6, 5, True),
        trees("one tree of depth 1", "reg:logistic", 1, 1, False),
    ],
    "linear": linear(),
}
Path(__file__).with_name("explanations.json").write_text(json.dumps(frozen, separators=(",", ":")) + "\n")

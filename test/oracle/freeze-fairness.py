"""Freezes an audit of 1,200 made-up decisions, as fairlearn, scikit-learn, scipy and statsmodels see it.

python -m venv .venv && .venv/bin/pip install fairlearn scikit-learn scipy statsmodels pandas && .venv/bin/python test/oracle/freeze-fairness.py
"""

import json
from pathlib import Path

import fairlearn
import numpy as np
import pandas as pd
import scipy
import sklearn
import statsmodels
from fairlearn.metrics import (
    MetricFrame,
    demographic_parity_difference,
    demographic_parity_ratio,
    equalized_odds_difference,
    false_negative_rate,
    false_positive_rate,
    selection_rate,
    true_positive_rate,
)
from scipy.stats import fisher_exact
from sklearn.metrics import accuracy_score, precision_score, roc_auc_score
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

draw = np.random.default_rng(20261124)
rows = 1200
frame = pd.DataFrame(
    {
        "origin": draw.choice(["ash", "birch", "cedar", "dune"], rows, p=[0.45, 0.35, 0.15, 0.05]),
        "branch": draw.choice(["north", "south", "west"], rows),
        "score": np.round(draw.beta(2, 3, rows), 3),
    }
)
shift = frame["origin"].map({"ash": 0.0, "birch": -0.12, "cedar": 0.03, "dune": -0.02})
frame["decision"] = (frame["score"] + shift + frame["branch"].map({"north": 0.1, "south": 0, "west": -0.1}) > 0.42).astype(int)
frame["label"] = (draw.random(rows) < 0.15 + 0.7 * frame["score"]).astype(int)

by = MetricFrame(
    metrics={
        "selectionRate": selection_rate,
        "truePositiveRate": true_positive_rate,
        "falsePositiveRate": false_positive_rate,
        "falseNegativeRate": false_negative_rate,
        "accuracy": accuracy_score,
        "precision": precision_score,
    },
    y_true=frame["label"],
    y_pred=frame["decision"],
    sensitive_features=frame["origin"],
).by_group
median = frame["score"].median()
groups = {}
for origin, part in frame.groupby("origin"):
    groups[origin] = {
        "n": len(part),
        **{name: float(by.loc[origin, name]) for name in by.columns},
        "meanScore": float(part["score"].mean()),
        "scoringRate": float((part["score"] > median).mean()),
        "auc": float(roc_auc_score(part["label"], part["score"])),
        "interval": [float(end) for end in proportion_confint(part["decision"].sum(), len(part), method="wilson")],
    }

reference = by["selectionRate"].idxmax()
big = frame[frame["origin"] == reference]
others = [origin for origin in sorted(groups) if origin != reference]


def against_rest(part_of):
    tests = []
    for origin in others:
        own, rest = part_of[part_of["origin"] == origin], part_of[part_of["origin"] != origin]
        hits = [own["decision"].sum(), rest["decision"].sum()]
        tests.append(float(fisher_exact([[hits[0], len(own) - hits[0]], [hits[1], len(rest) - hits[1]]]).pvalue))
    return tests, [float(p) for p in multipletests(tests, method="fdr_bh")[1]]


p, adjusted = against_rest(frame)
p_negative, adjusted_negative = against_rest(frame[frame["label"] == 0])
comparisons = {}
for index, origin in enumerate(others):
    own = frame[frame["origin"] == origin]
    counts = (int(own["decision"].sum()), len(own), int(big["decision"].sum()), len(big))
    comparisons[origin] = {
        "ratio": counts[0] / counts[1] / (counts[2] / counts[3]),
        "difference": counts[0] / counts[1] - counts[2] / counts[3],
        "p": p[index],
        "adjusted": adjusted[index],
        "falsePositiveP": p_negative[index],
        "falsePositiveAdjusted": adjusted_negative[index],
        "ratioInterval": [float(end) for end in confint_proportions_2indep(*counts, method="log", compare="ratio", correction=False)],
        "differenceInterval": [float(end) for end in confint_proportions_2indep(*counts, method="newcomb", compare="diff")],
    }

conditional = {}
for origin in others:
    tables = []
    for _, stratum in frame.groupby("branch"):
        own, rest = stratum[stratum["origin"] == origin], stratum[stratum["origin"] != origin]
        a, c = own["decision"].sum(), rest["decision"].sum()
        tables.append(np.array([[a, len(own) - a], [c, len(rest) - c]], dtype=float))
    table = StratifiedTable(tables)
    conditional[origin] = {
        "oddsRatio": float(table.oddsratio_pooled),
        "interval": [float(end) for end in table.oddsratio_pooled_confint()],
        "cmh": float(table.test_null_odds(correction=False).statistic),
        "breslowDay": float(table.test_equal_odds(adjust=False).statistic),
    }

positions = dict(y_true=frame["label"], y_pred=frame["decision"], sensitive_features=frame["origin"])
frozen = {
    "made": {"fairlearn": fairlearn.__version__, "scikit-learn": sklearn.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__},
    "csv": frame[["origin", "branch", "score", "decision", "label"]].to_csv(index=False, lineterminator="\n"),
    "median": float(median),
    "groups": groups,
    "reference": reference,
    "comparisons": comparisons,
    "conditional": conditional,
    "spread": {
        "selectionRateDifference": float(demographic_parity_difference(**positions)),
        "selectionRateRatio": float(demographic_parity_ratio(**positions)),
        "equalizedOddsDifference": float(equalized_odds_difference(**positions)),
    },
}
Path(__file__).with_name("fairness.json").write_text(json.dumps(frozen, indent=1) + "\n")

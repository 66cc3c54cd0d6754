"""Freezes weighted means of made-up amounts, as statsmodels and pandas see them.

python -m venv .venv && .venv/bin/pip install statsmodels pandas && .venv/bin/python test/oracle/freeze-weighted-means.py

Sampling weights: a weighted regression on a constant with HC1 errors is the linearised variance of a weighted mean.
Counts of people: every row is repeated as often as its weight says, and the plain formulas are used.
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import scipy
import statsmodels
import statsmodels.api as sm
from scipy import stats

draw = np.random.default_rng(20261125)
rows = 600
frame = pd.DataFrame({"origin": draw.choice(["ash", "birch", "cedar"], rows, p=[0.5, 0.4, 0.1])})
frame["decision"] = draw.integers(0, 2, rows)
frame["weight"] = np.round(draw.gamma(2, 1.5, rows) + 0.1, 3)
frame["people"] = draw.integers(0, 6, rows)
frame["price"] = np.round(40 + 12 * draw.normal(size=rows) + frame["origin"].map({"ash": 0, "birch": 3, "cedar": -4}), 2)
frame["score"] = np.round(draw.beta(2, 3, rows), 6)
frame.loc[draw.random(rows) < 0.05, "price"] = np.nan


def sampled(part):
    part = part.dropna(subset=["price"])
    fit = sm.WLS(part["price"], np.ones(len(part)), weights=part["weight"]).fit(cov_type="HC1", use_t=True)
    return float(fit.params.iloc[0]), float(fit.cov_params().iloc[0, 0]), len(part)


def interval(mean, variance, degrees):
    half = stats.t.ppf(0.975, degrees) * variance**0.5
    return [mean - half, mean + half]


def compared(own, rest):
    (a, part_a, n_a), (b, part_b, n_b) = own, rest
    error = (part_a + part_b) ** 0.5
    degrees = (part_a + part_b) ** 2 / (part_a**2 / (n_a - 1) + part_b**2 / (n_b - 1))
    return {
        "n": n_a,
        "mean": a,
        "interval": interval(a, part_a, n_a - 1),
        "difference": a - b,
        "differenceInterval": interval(a - b, error**2, degrees),
        "pValue": float(2 * stats.t.sf(abs((a - b) / error), degrees)),
    }


def counted(part):
    values = part.loc[part.index.repeat(part["people"]), "price"].dropna()
    return float(values.mean()), float(values.var(ddof=1) / len(values)), len(values)


frozen = {"made": f"statsmodels {statsmodels.__version__}, scipy {scipy.__version__}, pandas {pd.__version__}"}
frozen["csv"] = frame.to_csv(index=False)
for kind, moments, weight in [("sampling", sampled, "weight"), ("frequency", counted, "people")]:
    frozen[kind] = {
        origin: {
            **compared(moments(part), moments(frame[frame["origin"] != origin])),
            "meanScore": float(np.average(part["score"], weights=part[weight])),
        }
        for origin, part in frame.groupby("origin")
    }
Path(__file__).with_name("weighted-means.json").write_text(json.dumps(frozen, indent=1) + "\n")

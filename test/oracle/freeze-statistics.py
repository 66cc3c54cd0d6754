"""Freezes reference values for src/kernel/statistics from mpmath, scipy and statsmodels.

python -m venv .venv && .venv/bin/pip install mpmath scipy statsmodels && .venv/bin/python test/oracle/freeze-statistics.py
"""

import json
import random
from pathlib import Path

import mpmath as mp
import numpy as np
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

mp.mp.dps = 50
random.seed(20261124)


def log_choose(n, k):
    return mp.loggamma(n + 1) - mp.loggamma(k + 1) - mp.loggamma(n - k + 1)


def log_fisher(hits, size, all_hits, total):
    """ln of the two-sided p-value by summing every table with 50 digits."""
    low, high = max(0, size - (total - all_hits)), min(size, all_hits)
    first = mp.e ** (log_choose(all_hits, low) + log_choose(total - all_hits, size - low) - log_choose(total, size))
    term, terms = first, []
    for x in range(low, high + 1):
        terms.append(term)
        term = term * (size - x) * (all_hits - x) / (mp.mpf(x + 1) * (total - size - all_hits + x + 1))
    limit = terms[hits - low] * (1 + mp.mpf("1e-7"))
    return float(mp.log(mp.fsum(t for t in terms if t <= limit)))


tables = [[0, 5, 3, 10], [1, 10, 9, 20], [8, 12, 13, 40], [5, 5, 5, 10], [3, 7, 6, 14], [0, 30, 0, 100], [30, 30, 100, 100]]
for top in (60, 400, 3000, 20000):
    for _ in range(12):
        total = random.randint(20, top)
        size, hits_all = random.randint(1, total - 1), random.randint(1, total - 1)
        low, high = max(0, size - (total - hits_all)), min(size, hits_all)
        middle = size * hits_all / total
        spread = max(1.0, (middle * (1 - hits_all / total)) ** 0.5)
        hit = int(round(random.gauss(middle, 3 * spread)))
        tables.append([min(high, max(low, hit)), size, hits_all, total])
tables += [[1000, 2000, 1000, 4000], [500, 1500, 1500, 3000], [40, 9000, 900, 20000]]
large = [[150100, 1_000_000, 1_500_000, 10_000_000], [148000, 1_000_000, 1_500_000, 10_000_000], [140300, 1_000_000, 1_500_000, 10_000_000]]


def log_fisher_window(hits, size, all_hits, total):
    """The same over 20 standard deviations on either side; what lies beyond is below 1e-80 of the sum."""
    mean = size * all_hits / total
    deviation = (mean * (1 - all_hits / total) * (total - size) / total) ** 0.5
    reach = int(max(20 * deviation, abs(hits - mean) + 20 * deviation))
    low, high = max(0, size - (total - all_hits), int(mean) - reach), min(size, all_hits, int(mean) + reach)
    term = mp.e ** (log_choose(all_hits, low) + log_choose(total - all_hits, size - low) - log_choose(total, size))
    terms = []
    for x in range(low, high + 1):
        terms.append(term)
        term = term * (size - x) * (all_hits - x) / (mp.mpf(x + 1) * (total - size - all_hits + x + 1))
    limit = terms[hits - low] * (1 + mp.mpf("1e-7"))
    return float(mp.log(mp.fsum(t for t in terms if t <= limit)))


ucb = [[89, 108, 601, 933], [17, 25, 370, 585], [202, 593, 322, 918], [131, 375, 269, 792], [94, 393, 147, 584], [24, 341, 46, 714]]


def stratified(rows):
    four = [np.array([[a, s - a], [h - a, n - s - h + a]], dtype=float) for a, s, h, n in rows]
    t = StratifiedTable(four)
    plain, corrected = t.test_null_odds(correction=False), t.test_null_odds(correction=True)
    equal, adjusted = t.test_equal_odds(adjust=False), t.test_equal_odds(adjust=True)
    return {
        "tables": rows, "oddsRatio": t.oddsratio_pooled, "interval": list(t.oddsratio_pooled_confint()),
        "cmh": plain.statistic, "p": stats.chi2.sf(plain.statistic, 1), "cmhCorrected": corrected.statistic,
        "breslowDay": equal.statistic, "breslowDayP": stats.chi2.sf(equal.statistic, len(rows) - 1), "tarone": adjusted.statistic,
    }


def random_strata(k):
    rows = []
    for _ in range(k):
        n = random.randint(40, 900)
        s, h = random.randint(10, n - 10), random.randint(10, n - 10)
        low, high = max(0, s - (n - h)), min(s, h)
        rows.append([random.randint(max(low, int(0.6 * s * h / n)), min(high, int(1.3 * s * h / n) + 1)), s, h, n])
    return rows


p_values = [[random.random() ** random.randint(1, 8) for _ in range(m)] for m in (1, 2, 7, 60)] + [[0.01, 0.01, 0.04, 1.0]]
pairs = [(5, 10), (0, 12), (12, 12), (3, 1000), (561, 702), (99_999, 400_000)]
frozen = {
    "made": {"mpmath": mp.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__},
    "logGamma": [[x, float(mp.loggamma(mp.mpf(x)))] for x in (0.01, 0.5, 1.5, 2.5, 3.7, 9.99, 12.0, 33.3, 170.5, 1e4, 12345678.9)],
    "logFactorial": [[n, float(mp.loggamma(n + 1))] for n in (0, 1, 2, 10, 100, 170, 171, 1000, 10**7)],
    "logNormalTail": [[z, float(mp.log(mp.erfc(mp.mpf(z) / mp.sqrt(2)) / 2))] for z in (-8.0, -3.0, -0.5, 0.0, 0.3, 1.0, 1.7, 2.5, 5.0, 12.0, 37.0, 100.0)],
    "normalQuantile": [[p, float(stats.norm.ppf(p))] for p in (1e-300, 1e-20, 1e-6, 0.025, 0.3, 0.49, 0.8, 0.975, 0.999)],
    "logChiSquareTail": [[x, k, float(mp.log(mp.gammainc(mp.mpf(k) / 2, mp.mpf(x) / 2, mp.inf, regularized=True)))] for x, k in ((0.1, 1), (3.84, 1), (18.8, 5), (1400.0, 1), (5.0, 10), (90.0, 100), (600.0, 500), (3000.0, 40))],
    "regularisedBeta": [[x, a, b, float(mp.betainc(a, b, 0, x, regularized=True))] for x, a, b in ((0.3, 2, 5), (0.9, 0.5, 0.5), (0.01, 20, 1), (0.5, 300, 310), (0.999, 50, 0.5))],
    "studentQuantile": [[0.95, k, float(stats.t.ppf(0.975, k))] for k in (1, 2, 9, 29.5, 400, 1e5)],
    "binomialCdf": [[x, n, p, float(stats.binom.cdf(x, n, p))] for x, n, p in ((3, 10, 0.4), (0, 50, 0.01), (480, 1000, 0.5))],
    "logFisherExact": [[*t, log_fisher(*t)] for t in tables] + [[*t, log_fisher_window(*t)] for t in large],
    "wilson": [[h, n, *proportion_confint(h, n, method="wilson")] for h, n in pairs],
    "newcombe": [[a, n, b, m, *confint_proportions_2indep(a, n, b, m, method="newcomb", compare="diff")] for (a, n), (b, m) in ((pairs[0], pairs[3]), (pairs[4], pairs[5]), (pairs[3], pairs[4]))],
    "katz": [[a, n, b, m, *confint_proportions_2indep(a, n, b, m, method="log", compare="ratio", correction=False)] for (a, n), (b, m) in ((pairs[0], pairs[3]), (pairs[4], pairs[5]))],
    "benjaminiHochberg": [[p, list(multipletests(p, method="fdr_bh")[1])] for p in p_values],
    "stratified": [stratified(ucb), stratified(random_strata(4)), stratified(random_strata(25))],
    "welch": [],
}
generator = np.random.default_rng(7)
for n, m in ((5, 9), (40, 400)):
    a, b = generator.normal(1, 2, n), generator.normal(1.5, 1, m)
    test = stats.ttest_ind(a, b, equal_var=False)
    low, high = test.confidence_interval()
    frozen["welch"].append({"a": [n, a.mean(), a.var(ddof=1)], "b": [m, b.mean(), b.var(ddof=1)], "p": test.pvalue, "low": low, "high": high})

Path(__file__).with_name("statistics.json").write_text(json.dumps(frozen, indent=1) + "\n")

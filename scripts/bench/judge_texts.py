"""Type and date of texts by tools that people use today: scikit-learn and dateparser, both as Debian packages them.

Usage: judge_texts.py JOB RESULT. JOB is JSON: {"training": [{"type", "text"}], "texts": [{"id", "text", "languages"}], "asOf": "YYYY-MM-DD"};
RESULT is written as JSON: [{"id", "type", "confidence", "date"}].
"""

import datetime
import json
import sys
import warnings

warnings.filterwarnings("ignore")

from dateparser.search import search_dates  # noqa: E402
from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402

YEARS = 20


def train(papers):
    """Bag of words and pairs of words, weighed by rarity, into a logistic regression: the textbook's first choice for such texts."""
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, strip_accents="unicode"),
        LogisticRegression(C=30, max_iter=300, class_weight="balanced"),
    )
    return model.fit([paper["text"] for paper in papers], [paper["type"] for paper in papers])


def first_plausible(text, languages, as_of):
    """The first whole date of the text that lies in the years before the day of judging, day before month where both could be."""
    settings = {
        "DATE_ORDER": "DMY",
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RELATIVE_BASE": datetime.datetime.combine(as_of, datetime.time()),
    }
    try:
        found = search_dates(text, languages=languages, settings=settings) or []
    except Exception:  # It knows no such language, or stumbles over the text.
        return None
    for _, moment in found:
        if as_of.replace(year=as_of.year - YEARS) <= moment.date() <= as_of:
            return moment.date().isoformat()
    return None


def main(job_path, result_path):
    with open(job_path, encoding="utf-8") as file:
        job = json.load(file)
    as_of = datetime.date.fromisoformat(job["asOf"])
    model = train(job["training"])
    chances = model.predict_proba([one["text"] for one in job["texts"]])
    answers = []
    for one, row in zip(job["texts"], chances):
        best = row.argmax()
        date = first_plausible(one["text"], one["languages"], as_of)
        answers.append({"id": one["id"], "type": str(model.classes_[best]), "confidence": float(row[best]), "date": date})
    with open(result_path, "w", encoding="utf-8") as file:
        json.dump(answers, file)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

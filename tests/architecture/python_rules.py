"""Rules for Python files: each takes sources and returns a sentence for every fault it finds."""

import ast
import re
from collections.abc import Iterable, Iterator

from tests.architecture.tree import APPS, Source

FORBIDDEN_NAMES = {"utils.py", "services.py", "helpers.py", "util.py", "misc.py", "common.py"}
SIGNALS = ("django.dispatch", "django.db.models.signals", "django.core.signals")
PURE = re.compile(
    r"^law/|(^|/)(lifecycle|spans|rules)\.py$|^people/(roles|written_names)\.py$|^audit/(who|events|protection|canonical)\.py$"
    r"|^official_file/(plain_language|mentions)/|^official_file/(chapters|kinds|opening)\.py$"
)
NOT_PURE = ("django", "wagtail", "allauth", "environ")
PROMISES = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|#\s*noqa|#\s*type:\s*ignore|pragma: no cover|NotImplementedError")
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_TEST_FILE = 500
MOST_LINES_OF_A_FUNCTION = 50
MOST_LINES_OF_A_TEST = 60

Function = ast.FunctionDef | ast.AsyncFunctionDef


def long_files(sources: Iterable[Source]) -> list[str]:
    """Files nobody can hold in their head."""
    return [
        f"{source.name} has {source.lines} lines; at most {most} (split it by what its parts know)"
        for source in sources
        if not source.is_migration and source.lines > (most := MOST_LINES_OF_A_TEST_FILE if source.is_test else MOST_LINES_OF_A_FILE)
    ]


def long_functions(sources: Iterable[Source]) -> list[str]:
    """Functions that do more than one thing."""
    faults = []
    for source in sources:
        most = MOST_LINES_OF_A_TEST if source.is_test else MOST_LINES_OF_A_FUNCTION
        for node in ast.walk(_tree(source)) if not source.is_migration else ():
            if isinstance(node, Function) and _length(node) > most:
                faults.append(f"{source.name}:{node.lineno} {node.name} has {_length(node)} lines; at most {most}")
    return faults


def nameless_rooms(sources: Iterable[Source]) -> list[str]:
    """Files named for nothing, where everything ends up."""
    return [f"{source.name}: name it by what it knows, not {source.parts[-1]}" for source in sources if source.parts[-1] in FORBIDDEN_NAMES]


def signals(sources: Iterable[Source]) -> list[str]:
    """Signals: action at a distance nobody can find."""
    return [
        f"{source.name}:{node.lineno} imports {module}: call the action instead"
        for source in sources
        for node, module in _imports(_tree(source))
        if module.startswith(SIGNALS)
    ]


def impure_rules(sources: Iterable[Source]) -> list[str]:
    """Pure rules that import Django, or anything of ours that is not pure."""
    faults = []
    for source in sources:
        if not source.is_product or not PURE.search(source.name):
            continue
        for node, module in _imports(_tree(source)):
            first = module.split(".")[0]
            ours_and_impure = first in APPS and not _is_pure_module(module)
            if first in NOT_PURE or ours_and_impure:
                faults.append(f"{source.name}:{node.lineno} is a pure rule and imports {module}")
    return faults


def hidden_imports(sources: Iterable[Source]) -> list[str]:
    """Imports inside functions: a cycle that somebody hid."""
    faults = []
    for source in sources:
        if source.is_migration:
            continue
        for function in ast.walk(_tree(source)):
            if isinstance(function, Function):
                faults += [f"{source.name}:{node.lineno} imports {module} inside {function.name}" for node, module in _imports(function)]
    return faults


def prints(sources: Iterable[Source]) -> list[str]:
    """`print` in the product: commands write to self.stdout, everything else to nobody."""
    return [
        f"{source.name}:{node.lineno} prints"
        for source in sources
        if source.is_product
        for node in ast.walk(_tree(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]


def undocumented(sources: Iterable[Source]) -> list[str]:
    """Public functions and classes of the product without a docstring."""
    faults = []
    for source in sources:
        if not source.is_product and source.parts[0] not in {"scripts", "bench"}:
            continue
        for node in _tree(source).body:
            public = isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_")
            if public and not ast.get_docstring(node) and not _is_overload(node):
                faults.append(f"{source.name}:{node.lineno} {node.name} has no docstring")
    return faults


def open_promises(sources: Iterable[Source], allowed: Iterable[str] = ()) -> list[str]:
    """Things to be done later, and checks switched off, except the allowed lines."""
    allowed = set(allowed)
    return [
        f"{source.name}:{number} {line.strip()}"
        for source in sources
        if source.parts[:2] != ("tests", "architecture")
        for number, line in enumerate(source.text.splitlines(), 1)
        if PROMISES.search(line) and f"{source.name}: {line.strip()}" not in allowed
    ]


def positional_actions(sources: Iterable[Source], nobody_by: Iterable[str] = ()) -> list[str]:
    """Public actions that are not keyword-only, do not say who and when, or take a request.

    `nobody_by` names those that nobody in particular does: the account does not exist yet, or the caller's is meant.
    """
    nobody_by = set(nobody_by)
    faults = []
    for source in sources:
        if not source.is_product or "actions" not in source.parts[:-1]:
            continue
        for node in _tree(source).body:
            if not isinstance(node, Function) or node.name.startswith(("_", "check_", "can_", "is_")):
                continue
            # An access request is a noun of ours; the request of a page is not.
            names = {
                one.arg for one in node.args.kwonlyargs if one.annotation is None or "AccessRequest" not in ast.unparse(one.annotation)
            }
            wanted = {"now"} if f"{source.name} {node.name}" in nobody_by else {"by", "now"}
            if node.args.args or node.args.posonlyargs or "request" in names or not wanted <= names:
                faults.append(
                    f"{source.name}:{node.lineno} {node.name}: an action is keyword-only, says by= and now=, and takes no request"
                )
    return faults


def _tree(source: Source) -> ast.Module:
    return ast.parse(source.text, source.name)


def _length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _imports(tree: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{'.' * node.level}{node.module or ''}.{alias.name}") for alias in node.names)


def _is_pure_module(module: str) -> bool:
    path = module.replace(".", "/")
    without_the_name = path.rsplit("/", 1)[0]
    return any(PURE.search(candidate) for candidate in (f"{path}.py", f"{path}/", f"{without_the_name}.py", f"{without_the_name}/"))


def _is_overload(node: ast.AST) -> bool:
    return any("overload" in ast.dump(decorator) for decorator in getattr(node, "decorator_list", []))

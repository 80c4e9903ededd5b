"""Evaluates expressions in Python sources to the strings that they may have.

A part that depends on the request is "7", which is valid as a number and as a string.
"""

import ast
import itertools
import re
from pathlib import Path

UNKNOWN = "7"
TRANSLATIONS = {"_", "gettext", "gettext_lazy", "force_str", "ngettext"}


class Source:
    """A module. Each node has its parent."""

    def __init__(self, package, name):
        self.name = name
        self.tree = ast.parse((Path(package.__file__).parent / name).read_text())
        for parent in ast.walk(self.tree):
            for child in ast.iter_child_nodes(parent):
                child.parent = parent

    def location(self, node):
        return f"{self.name}:{node.lineno}"

    def all(self, kind):
        return [node for node in ast.walk(self.tree) if isinstance(node, kind)]

    def calls(self, name):
        return [call for call in self.all(ast.Call) if called(call) == name]


def around(node, kind):
    """The innermost node of this kind that contains this node."""
    while node := getattr(node, "parent", None):
        if isinstance(node, kind):
            return node
    return None


def called(call):
    """The name of the called function, without its path."""
    function = call.func if isinstance(call, ast.Call) else call
    return getattr(function, "attr", getattr(function, "id", None))


def argument(call, index, name):
    """The argument for a parameter."""
    by_name = [keyword.value for keyword in call.keywords if keyword.arg == name]
    return by_name[0] if by_name else (call.args[index : index + 1] or [None])[0]


class Strings:
    """The strings of expressions. `known` has those of calls and of members of exceptions, by name."""

    def __init__(self, source, known=None):
        self.source = source
        self.known = known or {}

    def of(self, node, bound=None):
        """All strings. An empty list where the application gives them, and `None` where they are unknown."""
        bound = bound or {}
        match node:
            case ast.Constant(value=str(string)):
                return [string]
            case ast.JoinedStr(values=parts):
                return ["".join(each) for each in itertools.product(*(self.part(part, bound) for part in parts))]
            case ast.FormattedValue(value=value):
                return self.of(value, bound)
            case ast.BinOp(left=left, op=ast.Mod(), right=value):
                return [
                    re.sub(r"%[a-z]", lambda _: part, string)
                    for string in self.of(left, bound)
                    for part in self.part(value, bound)
                ]
            case ast.Call(func=ast.Attribute(value=string, attr="format")):
                return [re.sub(r"\{.*?\}", UNKNOWN, each) for each in self.of(string, bound)]
            case ast.Call(args=[string, *_]) if called(node) in TRANSLATIONS:
                return self.of(string, bound)
            case ast.Call() if called(node) in self.known:
                return self.known[called(node)]
            case ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr=method)):
                return self.returned(method, node, bound)
            case ast.Name(id=name):
                return bound[name] if name in bound else self.named(node)
            case ast.Subscript(value=ast.Attribute(attr=name), slice=ast.Constant(value=key)):
                values = [dict(zip([k.value for k in d.keys], d.values)) for d in self.assigned(name, around(node, ast.ClassDef))]
                return [string for value in values for string in self.of(value[key], bound)]
            case ast.Attribute(value=ast.Name(id="self"), attr=name):
                return self.either(self.assigned(name, around(node, ast.ClassDef)), bound)
            case ast.Attribute(value=ast.Name(id=name)):
                handler = around(node, ast.ExceptHandler)
                if handler and handler.name == name:
                    return self.known.get(called(handler.type))
        return None

    def part(self, node, bound):
        return self.of(node, bound) or [UNKNOWN]

    def either(self, nodes, bound):
        strings = [self.of(node, bound) for node in nodes]
        return sum((each or [] for each in strings), []) if any(strings) else None

    def named(self, node):
        """A parameter gets its strings from the application, a variable from its assignments."""
        function = around(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        if function and node.id in [parameter.arg for parameter in function.args.args]:
            return []
        local = self.assigned(node.id, function) if function else []
        return self.either(local or self.assigned(node.id, self.source.tree), {})

    def assigned(self, name, scope):
        return [
            node.value
            for node in ast.walk(scope)
            if isinstance(node, ast.Assign) and name in [getattr(target, "id", None) for target in node.targets]
        ]

    def returned(self, method, call, bound):
        """The strings that a method of the same module returns for these arguments."""
        functions = [function for function in self.source.all(ast.FunctionDef) if function.name == method]
        if not functions:
            return None
        parameters = [parameter.arg for parameter in functions[0].args.args[1:]]
        given = {name: self.part(value, bound) for name, value in zip(parameters, call.args)}
        returns = [node.value for node in ast.walk(functions[0]) if isinstance(node, ast.Return)]
        return self.either(returns, given)

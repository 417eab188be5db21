#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The contract as the server shows it: api/openapi.yaml as JSON and as a page, in C.

    contract.py openapi.yaml contract.c

Reads the part of YAML that file is written in, strictly: block maps and lists,
plain and single-quoted scalars (the latter over several lines), {} and [].
"""
import hashlib
import html
import json
import re
import sys

KEY = re.compile(r"('(?:[^']|'')*'|[^\s'\"\[\]{}|>&*!%@`#,-][^:'\"]*):(?: +(.*))?$")
WORDS = {"null": None, "~": None, "true": True, "false": False}


class Bad(Exception):
    pass


class Reader:
    def __init__(self, text):
        rows = [(n, line.rstrip()) for n, line in enumerate(text.split("\n"), 1)]
        self.rows, self.at = [(n, r) for n, r in rows if r.strip() and not r.lstrip().startswith("#")], 0

    def bad(self, what):
        raise Bad("line %d: %s" % (self.rows[min(self.at, len(self.rows) - 1)][0], what))

    def peek(self):
        """(indent, text) of the next line, or (-1, "")."""
        if self.at == len(self.rows):
            return -1, ""
        row = self.rows[self.at][1]
        return len(row) - len(row.lstrip(" ")), row.lstrip(" ")

    def scalar(self, text):
        if text in ("{}", "[]"):
            return {} if text == "{}" else []
        if text.startswith("'"):
            return self.quoted(text)
        if text[0] in "\"[]{}|>&*!%@`#" or ": " in text or " #" in text:
            self.bad("this YAML is not understood: " + text)
        if self.at < len(self.rows) and self.continues():
            self.bad("a plain scalar over several lines: quote it")
        if text in WORDS:
            return WORDS[text]
        return int(text) if re.fullmatch(r"-?\d+", text) else float(text) if re.fullmatch(r"-?\d+\.\d+", text) else text

    def continues(self):
        before, row = self.rows[self.at - 1][1], self.rows[self.at][1]
        return len(row) - len(row.lstrip(" ")) > len(before) - len(before.lstrip(" ")) + (2 if before.lstrip().startswith("- ") else 0)

    def quoted(self, text):
        while not re.fullmatch(r"'(?:[^']|'')*'", text):
            if self.at == len(self.rows):
                self.bad("a quote is not closed")
            text += " " + self.rows[self.at][1].strip()
            self.at += 1
        return text[1:-1].replace("''", "'")

    def value(self, indent, rest):
        """What stands behind "key:" or "- " on a line of this indent."""
        if rest:
            return self.scalar(rest)
        deeper, text = self.peek()
        if deeper > indent or (deeper == indent and text.startswith("- ")):
            return self.block(deeper)
        return None

    def block(self, indent):
        return self.list(indent) if self.peek()[1].startswith("- ") else self.map(indent)

    def map(self, indent):
        found = {}
        while self.peek()[0] == indent and not self.peek()[1].startswith("- "):
            m = KEY.match(self.peek()[1])
            if not m:
                self.bad("expected \"key: value\"")
            key = m[1][1:-1].replace("''", "'") if m[1].startswith("'") else m[1]
            if key in found:
                self.bad("%s stands here twice" % key)
            self.at += 1
            found[key] = self.value(indent, m[2])
        if self.peek()[0] > indent:
            self.bad("indented too far")
        return found

    def list(self, indent):
        found = []
        while self.peek()[0] == indent and self.peek()[1].startswith("- "):
            number, row = self.rows[self.at]
            rest = row[indent + 2:].strip()
            if KEY.match(rest) and not rest.startswith("'") or re.match(r"'(?:[^']|'')*': ", rest):
                self.rows[self.at] = number, " " * (indent + 2) + rest
                found.append(self.map(indent + 2))
            else:
                self.at += 1
                found.append(self.value(indent, rest))
        return found


def read(text):
    reader = Reader(text)
    found = reader.block(0)
    if reader.at != len(reader.rows):
        reader.bad("indented too little")
    return found


# ---- the page

METHODS = ("get", "post", "put", "delete")

STYLE = """:root{color-scheme:light dark;--line:#8884;--soft:#8881}*{box-sizing:border-box}
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;padding:1.5rem;max-width:68rem}
h1{margin:0}h2{margin:2.5rem 0 .5rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin:1rem 0 .25rem}
code,pre{font:.875em/1.5 ui-monospace,monospace}pre{background:var(--soft);padding:.75rem;overflow:auto;border-radius:.4rem}
details{border:1px solid var(--line);border-radius:.4rem;margin:.4rem 0;padding:0 .9rem}summary{cursor:pointer;margin:0 -.9rem;padding:.5rem .9rem}
details[open]{padding-bottom:.9rem}.m{display:inline-block;width:4.5rem;font-weight:700}.s{opacity:.75}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid var(--line);padding:.3rem .6rem .3rem 0;text-align:left;vertical-align:top}
td:first-child{white-space:nowrap}.r::after{content:" *";color:#c33}nav a{margin-right:1rem}"""


def esc(text):
    return html.escape(str(text))


class Page:
    def __init__(self, contract):
        self.contract, self.out = contract, []

    def add(self, text):
        self.out.append(text)

    def resolve(self, node):
        while "$ref" in node:
            path, node = node["$ref"].split("/")[1:], self.contract
            for step in path:
                node = node[step]
        return node

    def kind(self, schema):
        """A schema in one line, other schemas as links."""
        if "$ref" in schema:
            name = schema["$ref"].split("/")[-1]
            return '<a href="#schema-%s">%s</a>' % (esc(name), esc(name))
        for word in ("anyOf", "oneOf"):
            if word in schema:
                return " or ".join(self.kind(s) for s in schema[word])
        if "const" in schema:
            return "<code>%s</code>" % esc(json.dumps(schema["const"]))
        if "enum" in schema:
            return " ".join("<code>%s</code>" % esc("null" if v is None else v) for v in schema["enum"])
        types = schema.get("type", "any")
        types = types if isinstance(types, list) else [types]
        if "array" in types and "items" in schema:
            types = ["array of " + self.kind(schema["items"]) if t == "array" else t for t in types]
        return " or ".join(types) + self.bounds(schema)

    @staticmethod
    def bounds(schema):
        words = ((k, v) for k, v in schema.items() if k in ("minimum", "maximum", "maxLength", "format", "default", "maxItems"))
        return "".join(" <span class=s>%s %s</span>" % (esc(k), esc(json.dumps(v) if not isinstance(v, str) else v)) for k, v in words)

    def table(self, rows, heads):
        """Rows of HTML cells."""
        if rows:
            self.add("<table><tr>%s</tr>%s</table>" % ("".join("<th>%s" % h for h in heads), "".join(
                "<tr>%s</tr>" % "".join("<td>%s" % cell for cell in row) for row in rows)))

    @staticmethod
    def name(text, required):
        return "<code%s>%s</code>" % (" class=r" if required else "", esc(text))

    def parameters(self, op):
        found = [self.resolve(p) for p in op.get("parameters", [])]
        if found:
            self.add("<h3>Parameters</h3>")
        self.table([(self.name(p["name"], p.get("required")), esc(p["in"]), self.kind(p.get("schema", {})),
                     esc(p.get("description", ""))) for p in found], ("name", "in", "type", "what"))

    def body(self, op):
        body = self.resolve(op.get("requestBody", {}))
        for media, of in body.get("content", {}).items():
            schema = of.get("schema", {})
            self.add("<h3>Body</h3><p><code>%s</code> %s</p>" % (esc(media), self.kind(schema)))
            if "$ref" not in schema:
                self.properties(schema)

    def answers(self, op):
        rows = []
        for status, answer in op["responses"].items():
            answer = self.resolve(answer)
            kinds = ["%s%s" % (esc(media) + " " if media != "application/json" else "", self.kind(of.get("schema", {})))
                     for media, of in answer.get("content", {}).items()]
            rows.append((esc(status), " or ".join(kinds) or "no body", esc(answer.get("description", ""))))
        self.add("<h3>Answers</h3>")
        self.table(rows, ("status", "body", "what"))

    def curl(self, method, path, op):
        words = ["curl", "-X " + method.upper()] if method not in ("get", "post") else ["curl"]
        if op.get("security", True):
            words.append('-H "Authorization: Bearer $LLAMA_CLOUD_API_KEY"')
        content = self.resolve(op.get("requestBody", {})).get("content", {})
        if "multipart/form-data" in content:
            words += ["-F %s" % ("file=@document.pdf" if self.resolve(p).get("format") == "binary" or n in ("file", "upload_file")
                                 else "%s=…" % n) for n, p in self.resolve(content["multipart/form-data"]["schema"]).get(
                                     "properties", {}).items()]
        elif content:
            words.append('-H "Content-Type: application/json" -d @body.json')
        elif method == "post":
            words.append("-X POST")
        words.append('"$LLAMA_CLOUD_BASE_URL%s"' % path)
        self.add("<h3>With curl</h3><pre>%s</pre>" % esc(" \\\n  ".join(words)))

    def operation(self, method, path, op):
        self.add('<details id="%s"><summary><span class=m>%s</span><code>%s</code> <span class=s>%s</span></summary>' % (
            esc(op["operationId"]), method.upper(), esc(path), esc(op.get("summary", ""))))
        if op.get("description"):
            self.add("<p>%s</p>" % esc(op["description"]))
        self.parameters(op)
        self.body(op)
        self.answers(op)
        self.curl(method, path, op)
        self.add("</details>")

    def properties(self, schema):
        required = schema.get("required", [])
        self.table([(self.name(n, n in required), self.kind(p), esc(p.get("description", "")))
                    for n, p in schema.get("properties", {}).items()], ("name", "type", "what"))

    def schemas(self):
        self.add("<h2 id=schemas>Schemas</h2>")
        for name, schema in sorted(self.contract["components"]["schemas"].items()):
            self.add('<details id="schema-%s"><summary><code>%s</code> <span class=s>%s</span></summary>' % (
                esc(name), esc(name), esc(schema.get("description", ""))))
            self.properties(schema)
            if "properties" not in schema:
                self.add("<p>%s</p>" % self.kind(schema))
            self.add("</details>")

    def write(self):
        c = self.contract
        self.add("<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
                 "<title>Quarry API</title><style>%s</style><h1>Quarry API</h1>" % STYLE)
        self.add("<p>Every route of this server. Send an API key as <code>Authorization: Bearer …</code>; a star marks what must "
                 "be given. The same as JSON for programs: <a href=openapi.json>openapi.json</a>.</p><nav>")
        self.add("".join('<a href="#tag-%s">%s</a>' % (esc(t["name"]), esc(t["name"])) for t in c["tags"]))
        self.add("<a href=#schemas>schemas</a></nav>")
        for tag in c["tags"]:
            self.add('<h2 id="tag-%s">%s</h2><p>%s</p>' % (esc(tag["name"]), esc(tag["name"]), esc(tag.get("description", ""))))
            for path, item in c["paths"].items():
                for method in METHODS:
                    if tag["name"] in item.get(method, {}).get("tags", []):
                        op = item[method]
                        shared = item.get("parameters", [])
                        self.operation(method, path, dict(op, parameters=shared + op.get("parameters", [])))
        self.schemas()
        return "\n".join(self.out) + "\n"


def literal(name, text):
    """As bytes: a string literal of this length is more than a C compiler must take."""
    data = text.encode()
    rows = ("\t" + ",".join(map(str, data[i:i + 32])) + ",\n" for i in range(0, len(data), 32))
    tag = hashlib.sha256(data).hexdigest()[:16]
    return "const char %s[] = {\n%s};\nconst size_t %s_n = sizeof %s;\nconst char %s_tag[] = \"\\\"%s\\\"\";\n" % (
        name, "".join(rows), name, name, name, tag)


def main():
    with open(sys.argv[1], encoding="utf-8") as f:
        try:
            contract = read(f.read())
        except Bad as e:
            sys.exit("%s: %s" % (sys.argv[1], e))
    text = json.dumps(contract, ensure_ascii=True, separators=(",", ":"))
    with open(sys.argv[2], "w", encoding="utf-8") as f:
        f.write("/* SPDX-License-Identifier: Apache-2.0 */\n/* Made by contract.py. */\n#include \"api/contract.h\"\n")
        # Characters beyond 127 would not fit a signed char.
        page = Page(contract).write().encode("ascii", "xmlcharrefreplace").decode()
        f.write(literal("contract_json", text) + literal("contract_html", page))


if __name__ == "__main__":
    main()

import * as fc from 'fast-check';

/** What a script that ran would leave behind. */
const run = 'window.ran=(window.ran||0)+1';

/** Texts that a person may have written where the gadget reads, by what they try. */
export const hostileTexts = {
	'a script': `<script>${run}</script>`,
	'a picture that fails': `<img src=x onerror="${run}">`,
	'an attribute that ends': `"><svg onload="${run}">' onmouseover='${run}`,
	'a script address': `javascript:${run}`,
	'a comment and a closing tag': `--></title></style></textarea></script><script>${run}</script>`,
	'a frame': `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
	wikitext: `{{subst:x}}[[File:x.png|onerror=${run}]]~~~~<nowiki>$1 $2 {{PLURAL:$1|a|b}}{{GENDER:}}`,
	'an escape': '\\u003cscript\\u003e&lt;script&gt;&#60;script&#62;%3Cscript%3E',
	'a template': `\${${run}}{{constructor.constructor('${run}')()}}`,
	'overridden direction': '\u202egnol yrev si eman siht\u202d\u202b\u2067\u2066',
	'an isolate that ends': '\u2069\u2069\u2069\u202e)txet eht ni si eman eht',
	'nothing to see': '\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u061c',
	'marks upon marks': `Z${'\u0300\u0301\u0489'.repeat(200)}`,
	'half a character': '\ud83d \udc00 \ufffe',
	controls: '\u0000\u0007\u001b[31m\u0085\u2028\u2029',
	'a word of 10,000 letters': 'W'.repeat(10_000),
	'10,000 lines': 'line\n'.repeat(10_000),
	'a megabyte': 'mega byte '.repeat(104_858),
	'a name that every object has': '__proto__',
	'a method that every object has': 'constructor',
	'a huge number': '9'.repeat(400),
	'a huge power': '1e308',
	'less than nothing': '-0',
	'a formula': '=HYPERLINK("http://127.0.0.1/","x")',
	'deep nesting': '['.repeat(100_000) + ']'.repeat(100_000),
	'JSON with a prototype': '{"__proto__":{"version":2,"state":"optedOut","askedAt":"x"}}',
	'everything at once': `"><img src=x onerror="${run}"></textarea><script>${run}</script>\u202e$1{{PLURAL:$1|a${'W'.repeat(10_000)}`,
} as const satisfies Readonly<Record<string, string>>;

/** Any of them, or whatever fast-check thinks of, also within JSON. */
export const anyHostileText: fc.Arbitrary<string> = fc.oneof(
	fc.constantFrom(...Object.values(hostileTexts)),
	fc.string({ unit: 'binary' }),
	fc.json(),
	fc.json().map((json) => json.slice(0, json.length / 2)),
);

const leaf = fc.oneof(
	fc.constantFrom(...Object.values(hostileTexts).filter((text) => text.length < 1000)),
	fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, 2 ** 53, 0.5, '', [], {}),
	fc.string(),
);

/** A document with the names that its readers know, each with a value of any kind. */
export function anyDocument(names: readonly string[]): fc.Arbitrary<unknown> {
	const name = fc.constantFrom(...names, '__proto__', 'constructor', '0', '1', '42');
	return fc.letrec<{ value: unknown }>((tie) => ({
		value: fc.oneof(
			{ maxDepth: 9, depthSize: 'large' },
			leaf,
			fc.array(tie('value'), { maxLength: 2 }),
			fc
				.array(fc.tuple(name, tie('value')), { minLength: 1, maxLength: 5 })
				// As JSON does it: `__proto__` is a name as any other.
				.map((members) =>
					JSON.parse(
						`{${members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`,
					),
				),
		),
	})).value;
}

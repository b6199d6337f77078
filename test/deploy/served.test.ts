import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Definition } from '../../gadget/deploy/definitions.ts';
import { judgeModule, judgeRemoval } from '../../gadget/deploy/served.ts';
import { anyHostileText } from '../support/hostileTexts.ts';
import { holdsForAny } from '../support/property.ts';

const definition: Definition = {
	name: 'mentorship',
	options: new Map(),
	pages: ['mentorship.js', 'mentorship.css', 'mentorship.json'],
};
const built = new Map([
	['MediaWiki:Gadget-mentorship.js', '/* With preact (MIT). */\nconst a = "b  c";\nrun(a);\n'],
	['MediaWiki:Gadget-mentorship.css', '.a { color: red; }\n.b::before { content: "é\\"" }\n'],
]);

/** As load.php of MediaWiki 1.43 answers. */
function served(script: string, style: string): string {
	return `mw.loader.impl(function(){return["ext.gadget.mentorship@2dmvy",{"main":"mentorship.js","files":{"mentorship.js":function(require,module,exports){${script}\n},"mentorship.json":{}}},{"css":[${style}]}];});`;
}

const goodStyle = '".a{color:red}.b::before{content:\\"\\u00e9\\\\\\"\\"}"';

describe('what ResourceLoader serves', () => {
	test.each([
		['what was built', served('const a="b  c";run(a);', goodStyle), []],
		[
			'an older script',
			served('const a="x";run(a);', goodStyle),
			[['stale', 'the wiki serves another mentorship.js']],
		],
		[
			'an older style',
			served('const a="b  c";run(a);', '".a{color:blue}"'),
			[['stale', 'the wiki serves another mentorship.css']],
		],
		[
			'no such gadget',
			'mw.loader.state({"ext.gadget.mentorship":"missing"});',
			[['stale', 'the wiki knows no such gadget']],
		],
		[
			'a script that it cannot parse',
			served(
				'mw.log.error("Parse error: Unexpected: \\u0022?\\u0022 on line 1 in MediaWiki:Gadget-mentorship.js");',
				goodStyle,
			),
			[['parseError', 'Parse error: Unexpected: "?" on line 1 in MediaWiki:Gadget-mentorship.js']],
		],
	])('%s', (_what, text, faults) => {
		expect(
			judgeModule(definition, text, built).map(({ kind, text: says }) => [kind, says]),
		).toEqual(faults);
	});

	test('after a removal: a gadget that is still there is a fault', () => {
		expect(judgeRemoval(definition, served('', goodStyle))).toHaveLength(1);
		expect(
			judgeRemoval(definition, 'mw.loader.state({"ext.gadget.mentorship":"missing"});'),
		).toEqual([]);
	});
});

test('whatever is served, there is a judgement', () => {
	const part = fc.oneof(
		anyHostileText,
		fc.constantFrom(
			...[
				'mw.log.error("',
				'Parse error',
				'\\x41")',
				'")',
				'{"css":["',
				'"]}',
				'\\',
				'mw.loader.state({',
			],
			...['"missing"', served('const a="b  c";run(a);', goodStyle)],
		),
	);
	holdsForAny(fc.array(part, { maxLength: 9 }), (parts) => {
		for (const { module } of judgeModule(definition, parts.join(''), built)) {
			expect(module).toBe('ext.gadget.mentorship');
		}
		expect(judgeRemoval(definition, parts.join('')).length).toBeLessThan(2);
	});
});

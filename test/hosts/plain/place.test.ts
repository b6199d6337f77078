import { expect, test } from 'vitest';
import { mayHoldPlace } from '../../../gadget/hosts/plain/place.ts';

const page = {
	wgAction: 'view',
	wgNamespaceNumber: 4,
	wgTitle: 'Newcomers',
	wgUserName: 'Me',
	wgRevisionId: 7,
	wgCurRevisionId: 7,
};
const [user, mediaWiki, template, help] = [2, 8, 10, 12];

test.each<[string, boolean, object]>([
	['of the project', true, {}],
	['of the MediaWiki namespace', true, { wgNamespaceNumber: mediaWiki }],
	['of help', true, { wgNamespaceNumber: help }],
	['of articles', false, { wgNamespaceNumber: 0 }],
	['of templates', false, { wgNamespaceNumber: template }],
	['of one’s own', true, { wgNamespaceNumber: user, wgTitle: 'Me' }],
	['below one’s own', true, { wgNamespaceNumber: user, wgTitle: 'Me/Start' }],
	['of somebody else', false, { wgNamespaceNumber: user, wgTitle: 'Mea/Me' }],
	['as previewed', false, { wgAction: 'submit' }],
	['of an earlier time', false, { wgRevisionId: 6 }],
	['compared', false, { wgDiffNewId: 7 }],
])('a placeholder on a page %s counts: %s', (_what, counts, change) => {
	expect(mayHoldPlace(Object({ ...page, ...change }))).toBe(counts);
});

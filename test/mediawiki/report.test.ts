import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { report } from '../../gadget/report/report.ts';
import { run } from '../support/commandLine.ts';
import { type RealWiki, startRealWiki } from './realWiki.ts';

let wiki: RealWiki;
let folder: string;

beforeAll(async () => {
	wiki = await startRealWiki();
	folder = await mkdtemp(path.join(tmpdir(), 'report-'));
});
afterAll(async () => {
	await wiki?.stop();
	await rm(folder, { recursive: true, force: true });
});

test('a report on a wiki without the extension says so', async () => {
	const state = path.join(folder, 'state.jsonl');
	const result = await run(report, ['--wiki', `${wiki.origin}/api.php`, '--state', state]);
	expect(result).toMatchObject({
		code: 3,
		out: [
			'This wiki has no GrowthExperiments extension: it keeps no mentees that could be counted.',
		],
		notes: [],
	});
	expect(existsSync(state)).toBe(false);
});

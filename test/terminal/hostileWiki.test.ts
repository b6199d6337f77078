import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createDeploy } from '../../gadget/deploy/deploy.ts';
import { createVerify } from '../../gadget/deploy/verify.ts';
import { createReport } from '../../gadget/report/report.ts';
import { reportFailure } from '../../gadget/terminal/failure.ts';
import { createTerminal } from '../../gadget/terminal/runCommand.ts';
import { CommandFailure, type Terminal } from '../../gadget/terminal/terminal.ts';
import { ApiError } from '../../gadget/wiki/api.ts';
import { createHarness, smallBuild } from '../deploy/harness.ts';
import { hostileAnswer, manner, oneOf, origin, sometimes } from './hostileAnswers.ts';

const secret = 'tops3cret-0123456789';
const answersWanted = 10_000;

interface Request {
	readonly url: URL;
	readonly body: string;
}

/** Answers every `fetch`. @returns What is asked. */
function answerEverything(): Request[] {
	const requests: Request[] = [];
	vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
		const body = String(init.body ?? '');
		requests.push({ url, body });
		const answer = hostileAnswer(url, body);
		// As `fetch` does it.
		if (answer.status === 302 && init.redirect !== 'manual') {
			expect(init.redirect).toBe('error');
			throw new TypeError('unexpected redirect');
		}
		return answer;
	});
	return requests;
}
afterEach(() => vi.unstubAllGlobals());

test('Ten thousand answers of a hostile wiki get no secret elsewhere, move no cursor, and write no file', async () => {
	const { place, dependencies, ...harness } = await createHarness();
	await harness.build(smallBuild);
	const requests = answerEverything();
	const printed: string[] = [];
	const before = await readdir('.');
	const stream = { isTTY: true, columns: 200, write: (chunk: string) => printed.push(chunk) };
	const { signal } = new AbortController();
	const terminal = createTerminal({
		...{ stdout: stream, stderr: stream, interrupted: signal },
		ask: async () => 'y',
	});
	const environment = { MENTORSHIP_WIKI_USER: 'U@deploy', MENTORSHIP_WIKI_PASSWORD: secret };
	const deploy = createDeploy({ ...dependencies, environment, findBuildMistakes: () => [] });
	const verify = createVerify(dependencies);
	const report = createReport(dependencies.wait);
	const state = path.join(place, 'state.jsonl');
	const files = ['--csv', path.join(place, 'report.csv'), '--state', state];
	const runs: ((wiki: string) => Promise<number>)[] = [
		(wiki) => deploy(['--wiki', wiki], terminal),
		(wiki) => deploy(['--wiki', wiki, '--undo'], terminal),
		(wiki) => deploy(['--wiki', wiki, '--remove', '--dry-run'], terminal),
		(wiki) => verify(['--wiki', wiki], terminal),
		(wiki) => report(['--wiki', wiki, ...files], terminal),
		(wiki) => report(['--wiki', wiki, '--json', ...files], terminal),
	];
	const deployments = 3;
	const codes = new Set<number>();
	while (requests.length < answersWanted) {
		const run = oneOf(runs);
		manner.hostility = oneOf([0.01, 0.3]);
		manner.echoed = runs.indexOf(run) < deployments ? secret : '';
		const wiki = sometimes(0.2, origin, `${origin}/w/api.php`);
		codes.add(await endsInWords(() => run(wiki), terminal));
		// Another wiki's answers would be gone on with.
		await rm(state, { force: true });
	}
	expect(new Set(requests.map(({ url }) => url.origin))).toEqual(new Set([origin]));
	expect(requests.some(({ body }) => body.includes(secret))).toBe(true);
	const shown = printed.map((chunk) => chunk.replace('\r\u001b[K', '').replace(/\n$/, ''));
	expect(
		shown.filter((line) => /\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(line)),
	).toEqual([]);
	expect(shown.filter((line) => line.includes(secret))).toEqual([]);
	// No stack: whatever the wiki answered, it was foreseen.
	expect(shown.filter((line) => /^ +at /.test(line))).toEqual([]);
	expect(await readdir('.')).toEqual(before);
	expect((await readdir(place)).filter((name) => !/^(wiki|report\.csv)$/.test(name))).toEqual([]);
	// Not all of them were refused.
	expect([...codes]).toEqual(expect.arrayContaining([0, 1, 2]));
	const changes = requests.filter(({ body }) => /action=(edit|delete)/.test(body));
	expect(changes.length).toBeGreaterThan(100);
	// A command that was logged out meanwhile writes nothing.
	expect(changes.filter(({ body }) => !body.includes('assert=user'))).toEqual([]);
	await harness.remove();
}, 120_000);

/** As the command line does it: whatever else is thrown is a mistake of ours. */
async function endsInWords(run: () => Promise<number>, terminal: Terminal): Promise<number> {
	try {
		return await run();
	} catch (error) {
		if (!(error instanceof CommandFailure || error instanceof ApiError)) {
			throw error;
		}
		return reportFailure(error, terminal);
	}
}

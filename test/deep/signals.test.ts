import { expect, test } from 'vitest';
import { startDemoProcess } from '../server-mock/demoProcess.ts';

test('on SIGTERM the demo wiki finishes what is in flight, and takes nothing new', async () => {
	const demo = await startDemoProcess(':memory:', { DEMO_FAULTS: 'query+siteinfo:1:delay' });
	const ask = (meta: string) =>
		fetch(`${demo.origin}/api.php?action=query&format=json&meta=${meta}`);
	const inFlight = ask('siteinfo');
	// Answered later than the other arrived.
	expect((await ask('userinfo')).status).toBe(200);
	const ended = demo.end('SIGTERM');
	expect(await (await inFlight).json()).toMatchObject({ query: { general: {} } });
	expect(await ended).toBe(0);
	await expect(ask('userinfo')).rejects.toThrow('fetch failed');
});

test('a fault that there is not is refused at the start', async () => {
	await expect(startDemoProcess(':memory:', { DEMO_FAULTS: 'options:1:oops' })).rejects.toThrow(
		'The demo wiki ended with 1.',
	);
});

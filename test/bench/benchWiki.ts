import { serveDemo } from '../../server-mock/demo.ts';

/* The demo wiki for measurements, in a process of its own: `benchWiki.ts STORE`; says where it is. */

const demo = await serveDemo({
	port: 0,
	storeFile: process.argv[2] ?? ':memory:',
	gadgetFolder: null,
	now: Date.now,
	random: Math.random,
});
console.log(demo.origin);

process.once('SIGTERM', () => {
	demo.close().then(
		() => process.exit(0),
		(error: unknown) => {
			console.error(error);
			process.exit(1);
		},
	);
});

/*
 * On the page of the thresholds: how far the sweep is that a change of them began. The demo wiki's
 * module "ext.menteeGraduation.progress": a server that keeps mentees says so itself, and the gadget
 * need not know of it.
 */

interface Sweep {
	readonly state: 'none' | 'running' | 'finished' | 'superseded' | 'stopped' | 'undone';
	readonly run: number;
	readonly graduated: number;
	readonly mentees: number;
	readonly expected?: number;
}

const millisecondsWhileRunning = 250;
const millisecondsAtRest = 1000;

$(() => {
	const panel = document.createElement('p');
	panel.id = 'mw-mentee-graduation';
	panel.setAttribute('role', 'status');
	document.querySelector('#mw-content-text')?.before(panel);
	const api = new mw.Api();
	follow(panel, async () => {
		const { query } = await api.get({ action: 'query', meta: 'menteegraduation' });
		return query.menteegraduation as Sweep;
	});
});

/** Says how far it is, for as long as the page is open: the next save may begin another sweep. */
function follow(panel: HTMLElement, ask: () => Promise<Sweep>): void {
	let milliseconds = millisecondsAtRest;
	ask()
		.then((sweep) => {
			say(panel, describe(sweep));
			if (sweep.state === 'running') {
				milliseconds = millisecondsWhileRunning;
			}
		})
		.catch(() => say(panel, mw.msg('menteegraduation-unreachable')))
		.finally(() => setTimeout(() => follow(panel, ask), milliseconds));
}

/** The same text again would be read out again. */
function say(panel: HTMLElement, text: string): void {
	if (panel.textContent !== text) {
		panel.textContent = text;
	}
}

function describe({ state, run, graduated, mentees, expected }: Sweep): string {
	const format = new Intl.NumberFormat(document.documentElement.lang);
	const number = (value: number) => format.format(value);
	switch (state) {
		case 'none':
			return '';
		case 'running':
			return expected === undefined
				? mw.msg('menteegraduation-counting')
				: mw.msg('menteegraduation-running', number(graduated), number(expected));
		case 'finished':
			return mw.msg('menteegraduation-finished', number(graduated), number(mentees), run);
		case 'superseded':
			return mw.msg('menteegraduation-superseded');
		case 'stopped':
			return mw.msg('menteegraduation-stopped', number(graduated), run);
		case 'undone':
			return mw.msg('menteegraduation-undone', run);
	}
}

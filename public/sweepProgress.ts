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

const millisecondsBetweenLooks = 250;
/** A sweep begins in a process of its own, some time after the save. */
const millisecondsUntilBegun = 15_000;

$(() => {
	const panel = document.createElement('p');
	panel.id = 'mw-mentee-graduation';
	panel.setAttribute('role', 'status');
	document.querySelector('#mw-content-text')?.before(panel);
	const api = new mw.Api();
	const follow = createFollower(panel, async () => {
		const { query } = await api.get({ action: 'query', meta: 'menteegraduation' });
		return query.menteegraduation as Sweep;
	});
	follow(0);
	// Whoever saves need not reload the page to see what comes of it.
	$(document).on('ajaxSuccess', (_event, _request, { type }) => {
		if (type === 'POST') {
			follow(millisecondsUntilBegun);
		}
	});
});

/**
 * @returns Says how far the sweep is until it ends; where none is running yet, one is waited for as
 * many milliseconds.
 */
function createFollower(panel: HTMLElement, ask: () => Promise<Sweep>) {
	let lookUntil = 0;
	let isLooking = false;
	const look = (): void => {
		isLooking = true;
		let isRunning = false;
		ask()
			.then((sweep) => {
				say(panel, describe(sweep));
				isRunning = sweep.state === 'running';
			})
			.catch(() => say(panel, mw.msg('menteegraduation-unreachable')))
			.finally(() => {
				isLooking = isRunning || Date.now() < lookUntil;
				if (isLooking) {
					setTimeout(look, millisecondsBetweenLooks);
				}
			});
	};
	return (milliseconds: number): void => {
		lookUntil = Date.now() + milliseconds;
		if (!isLooking) {
			look();
		}
	};
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

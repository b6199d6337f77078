import type { Tally } from '../../domain/tally.ts';
import { type Findings, readFindings } from '../../scan/findings.ts';
import type { MenteeSource } from '../../scan/mentees.ts';
import { progressOf, secondsLeft } from '../../scan/progress.ts';
import { beginScan, continueScan } from '../../scan/scan.ts';
import type { Scan, ScanStore } from '../../scan/scanStore.ts';
import { explainRefusal } from '../refusal.ts';
import type { Activity, PreviewEvent } from './preview.ts';

/** What a person can do with the preview. */
export interface PreviewActions {
	readonly dispatch: (event: PreviewEvent) => void;
	/** Shows what this browser kept, and goes on with a scan that was interrupted. */
	readonly open: () => void;
	/** Begins a scan, in place of one that is paused. */
	readonly start: () => void;
	readonly pause: () => void;
	readonly resume: () => void;
	/** Ends a scan and forgets it; what an earlier one found stays. */
	readonly cancel: () => void;
	/** Lets the person keep the list of those who would be opted out. */
	readonly download: (findings: Findings, tally: Tally) => void;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

export interface PreviewActionsDependencies {
	readonly source: MenteeSource;
	readonly store: ScanStore;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly dispatch: (event: PreviewEvent) => void;
	readonly download: PreviewActions['download'];
	/** Does some work while no other tab does; `onBusy` is called where it has to wait for one. */
	readonly alone: (work: () => Promise<void>, onBusy: () => void) => Promise<void>;
}

/** Finds the scan to go on with; `null` where there is nothing to go on with, which it then shows. */
type FindScan = (signal: AbortSignal) => Promise<Scan | null>;

export function createPreviewActions(dependencies: PreviewActionsDependencies): PreviewActions {
	const { source, store, now, dispatch, download, alone } = dependencies;
	/** Of the scan that is going on; the reason of an abort is 'pause' or 'cancel'. */
	let controller: AbortController | null = null;
	/** Whose findings are shown. */
	let shownId: number | undefined;

	const changeTo = (activity: Activity): void => dispatch({ type: 'activityChanged', activity });

	const fail = (error: unknown): void =>
		changeTo({ kind: 'failed', refusal: explainRefusal(error) });

	/** @returns Whether there were new ones. */
	async function showFindings(): Promise<boolean> {
		const scan = await store.read('finished');
		const isNew = !!scan && scan.id !== shownId;
		if (isNew) {
			shownId = scan.id;
			dispatch({ type: 'findingsRead', findings: await readFindings(store, scan, now()) });
		}
		return isNew;
	}

	function showPaused(scan: Scan): void {
		changeTo({ kind: 'paused', scan, progress: progressOf(scan) });
	}

	/** Goes on until it is finished or aborted. */
	async function follow(from: Scan, signal: AbortSignal): Promise<void> {
		const began = now();
		const since = progressOf(from);
		const show = (scan: Scan): void => {
			const progress = progressOf(scan);
			const left = secondsLeft(progress, since, now() - began);
			changeTo({ kind: 'running', scan, progress, secondsLeft: left, waitSeconds: null });
		};
		show(from);
		for await (const scan of continueScan(dependencies, from, signal)) {
			show(scan);
		}
		await showFindings();
		changeTo({ kind: 'idle' });
	}

	/** Once it is aborted, the store says how far it came. */
	async function leave(how: unknown): Promise<void> {
		controller = null;
		const scan = await store.read('running');
		if (scan && how === 'pause') {
			await store.update({ ...scan, isPaused: true });
			showPaused(scan);
		} else {
			await store.discardRunning();
			changeTo({ kind: 'idle' });
		}
	}

	async function run(find: FindScan, { signal }: AbortController): Promise<void> {
		try {
			const scan = await find(signal);
			if (scan) {
				await follow(scan, signal);
			}
		} catch (error) {
			if (!signal.aborted) {
				throw error;
			}
			await leave(signal.reason);
		}
	}

	function begin(find: FindScan): void {
		const own = new AbortController();
		controller = own;
		alone(
			() => run(find, own),
			() => changeTo({ kind: 'elsewhere' }),
		)
			.catch(fail)
			.finally(() => {
				if (controller === own) {
					controller = null;
				}
			});
	}

	/** @param isAsked It was asked to go on, whether or not it is paused. */
	async function findRunning(signal: AbortSignal, isAsked: boolean): Promise<Scan | null> {
		// Another tab may have paused or finished it while this one waited.
		const scan = await store.read('running');
		const isFinished = await showFindings();
		if (!scan) {
			if (isAsked && !isFinished) {
				// It failed before it had begun, or another tab gave it up.
				return beginScan(dependencies, signal);
			}
			changeTo({ kind: 'idle' });
			return null;
		}
		if (scan.isPaused && !isAsked) {
			showPaused(scan);
			return null;
		}
		// Since it was left, a person may have logged in or out.
		const batchSize = await source.findBatchSize(signal);
		const going = { ...scan, batchSize, isPaused: false };
		await store.update(going);
		return going;
	}

	return {
		dispatch,
		download,
		now,
		open() {
			showFindings().catch(fail);
			begin((signal) => findRunning(signal, false));
		},
		start() {
			changeTo({ kind: 'starting' });
			begin((signal) => beginScan(dependencies, signal));
		},
		resume() {
			changeTo({ kind: 'starting' });
			begin((signal) => findRunning(signal, true));
		},
		pause: () => controller?.abort('pause'),
		cancel() {
			if (controller) {
				controller.abort('cancel');
			} else {
				leave('cancel').catch(fail);
			}
		},
	};
}

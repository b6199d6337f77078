import { isThreshold, type Thresholds, thresholdsKey } from '../domain/thresholds.ts';
import { growthFormSelector } from './selectors.ts';

/** The thresholds in the extension's own form, from 1.45 on. */
export interface CommunityForm {
	/** Elements of ours: above the checkbox, and below the two numbers. */
	readonly above: HTMLElement;
	readonly below: HTMLElement;
	/** As typed there; where a number cannot be read, as it was before. */
	read(): Thresholds;
	write(name: 'minEditcount' | 'minTenureInDays', value: number): void;
	onInput(listen: () => void): void;
}

/** Whether the extension's own form has fields for the thresholds. */
export function hasCommunityFields(): boolean {
	const form: unknown = mw.config.get('communityConfigurationData');
	return thresholdsKey in Object(Object(form).data);
}

/** Resolves once the extension's script has drawn its form. */
export function findCommunityForm(): Promise<CommunityForm> {
	return new Promise((resolve) => {
		const look = (): void => {
			const form = readForm();
			if (form) {
				observer.disconnect();
				resolve(form);
			}
		};
		const observer = new MutationObserver(look);
		const root = document.querySelector(growthFormSelector);
		if (root) {
			observer.observe(root, { childList: true, subtree: true });
		}
		look();
	});
}

const fieldOf = (name: keyof Thresholds) => document.getElementById(`${thresholdsKey}.${name}`);
const inputOf = (name: keyof Thresholds) => fieldOf(name)?.querySelector('input');

function readForm(): CommunityForm | null {
	const first = fieldOf('enabled');
	const last = fieldOf('minTenureInDays');
	if (!first || !last || !inputOf('minEditcount')) {
		return null;
	}
	const [above, below] = [document.createElement('div'), document.createElement('div')];
	first.before(above);
	last.after(below);
	for (const root of [above, below]) {
		root.lang = document.documentElement.lang;
		root.dir = document.documentElement.dir;
	}
	let known: Thresholds = { enabled: false, minEditcount: 0, minTenureInDays: 0 };
	const numberIn = (name: 'minEditcount' | 'minTenureInDays'): number => {
		const value = inputOf(name)?.valueAsNumber;
		return isThreshold(value) ? value : known[name];
	};
	return {
		above,
		below,
		read() {
			known = {
				enabled: inputOf('enabled')?.checked ?? false,
				minEditcount: numberIn('minEditcount'),
				minTenureInDays: numberIn('minTenureInDays'),
			};
			return known;
		},
		write(name, value) {
			const input = inputOf(name);
			if (input) {
				input.value = String(value);
				// The extension's script learns of a value by this only.
				input.dispatchEvent(new Event('input', { bubbles: true }));
			}
		},
		onInput(listen) {
			for (const type of ['input', 'change']) {
				above.parentElement?.addEventListener(type, listen);
			}
		},
	};
}

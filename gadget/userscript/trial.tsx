import { render } from 'preact';
import { meetsThresholds } from '../domain/rule.ts';
import { defaultThresholds, type Thresholds } from '../domain/thresholds.ts';
import { formatNumber } from '../hosts/plain/format.ts';
import type { Text } from '../i18n/messages.ts';
import type { Person } from '../wiki/page.ts';

const millisecondsPerDay = 86_400_000;

export interface TrialDependencies {
	readonly person: Person;
	/** Whether they have ever asked for a mentor. */
	readonly hasAsked: boolean;
	/** Where the numbers begin: the community's, where it has some. */
	readonly thresholds: Numbers | null;
	readonly text: Text;
	/** BCP 47 code of the person's language. */
	readonly language: string;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}

type Numbers = Pick<Thresholds, 'minEditcount' | 'minTenureInDays'>;

/**
 * Creates the dialog "what would I see": the rule with numbers that one chooses, for oneself. It
 * reads nothing from the wiki and writes nothing.
 *
 * @returns Opens it.
 */
export function createTrial(dependencies: TrialDependencies): () => void {
	const root = document.createElement('div');
	let numbers: Numbers = dependencies.thresholds ?? defaultThresholds;
	const draw = () =>
		render(
			<TrialDialog
				{...dependencies}
				numbers={numbers}
				change={(change) => {
					numbers = { ...numbers, ...change };
					draw();
				}}
				close={() => {
					render(null, root);
					root.remove();
				}}
			/>,
			root,
		);
	return () => {
		document.body.append(root);
		draw();
	};
}

interface TrialDialogProps extends TrialDependencies {
	readonly numbers: Numbers;
	readonly change: (change: Partial<Numbers>) => void;
	readonly close: () => void;
}

function TrialDialog(props: TrialDialogProps) {
	const { text, numbers, change, close } = props;
	return (
		<dialog
			class="mentorship-dialog cdx-dialog"
			aria-label={text('userscript-menu')}
			ref={(dialog) => {
				if (dialog && !dialog.open) {
					dialog.showModal();
				}
			}}
			onClose={close}
		>
			<div class="cdx-dialog__header">
				<h2>{text('userscript-menu')}</h2>
			</div>
			<div class="cdx-dialog__body">
				<p>{text('userscript-about')}</p>
				{(['minEditcount', 'minTenureInDays'] as const).map((name) => (
					<label key={name}>
						{text(`form-${name}`)}{' '}
						<span class="cdx-text-input">
							<input
								class="cdx-text-input__input"
								type="number"
								min="0"
								value={numbers[name]}
								onInput={({ currentTarget }) =>
									change({ [name]: currentTarget.valueAsNumber || 0 })
								}
							/>
						</span>
					</label>
				))}
				<p>{describePerson(props)}</p>
				<p role="status">
					<b>{describeOutcome(props)}</b>
				</p>
			</div>
			<div class="cdx-dialog__footer">
				<div class="cdx-dialog__footer__actions">
					<button type="button" class="cdx-button" onClick={close}>
						{text('close')}
					</button>
				</div>
			</div>
		</dialog>
	);
}

function describePerson({ person, text, language, now }: TrialDialogProps): string {
	const { editCount, registration } = person;
	const edits = formatNumber(editCount, language);
	if (registration === null) {
		return text('userscript-facts-unknown', edits, editCount);
	}
	const days = Math.floor((now() - registration) / millisecondsPerDay);
	return text('userscript-facts', edits, editCount, formatNumber(days, language), days);
}

function describeOutcome({ person, hasAsked, numbers, text, now }: TrialDialogProps): string {
	if (hasAsked) {
		return text('userscript-asked');
	}
	return text(
		meetsThresholds(person, numbers, now()) ? 'userscript-opted-out' : 'userscript-enabled',
	);
}

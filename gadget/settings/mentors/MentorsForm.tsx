import { weights } from '../../domain/mentors.ts';
import type { Text } from '../../i18n/messages.ts';
import type { SettingsAddresses } from '../../wiki/settingsAddresses.ts';
import { Button, ButtonLink, Buttons, Field, SubmitButton, TextField } from '../controls.tsx';
import { Mistakes } from '../form/WrongPage.tsx';
import { Notice, RefusalNotice } from '../Notice.tsx';
import { UserLink } from '../preview/Disclosure.tsx';
import type { Wording } from '../wording.ts';
import { type MentorsActions, type MentorsState, mentorInputId } from './mentorsActions.ts';
import type { MentorEntry } from './mentorsDocument.ts';

interface MentorsFormProps {
	readonly state: MentorsState;
	readonly actions: MentorsActions;
	readonly wording: Wording;
	readonly addresses: SettingsAddresses;
}

/** The mentors of a wiki without GrowthExperiments, which has a page of its own for them. */
export function MentorsForm(props: MentorsFormProps) {
	const { state, actions, wording, addresses } = props;
	const { text, language } = wording;
	const { entries, isLocked, mistakes, unreadable } = state;
	return (
		<form
			aria-labelledby="mentorship-mentors-title"
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				actions.save();
			}}
		>
			<h3 id="mentorship-mentors-title">{text('mentors-title')}</h3>
			{entries && <p>{text(entries.length === 0 ? 'mentors-none' : 'mentors-about')}</p>}
			{mistakes.length > 0 && (
				<Notice kind="error">
					<Mistakes mistakes={mistakes} wording={wording} />
					<ButtonLink label={text('form-mistake-source')} href={addresses.mentorList} />
				</Notice>
			)}
			{unreadable.length > 0 && (
				<Notice kind="warning">
					{text('mentors-unreadable', new Intl.ListFormat(language).format(unreadable))}
				</Notice>
			)}
			{entries?.map((entry) => (
				<MentorFields key={entry.id} {...props} entry={entry} />
			))}
			{!isLocked && <AddAndSave state={state} actions={actions} text={text} />}
			<div role="status">
				<ListSaveNotice {...props} />
			</div>
		</form>
	);
}

function AddAndSave(props: { state: MentorsState; actions: MentorsActions; text: Text }) {
	const { state, actions, text } = props;
	return (
		<>
			<TextField
				id={mentorInputId('new')}
				label={text('mentors-name')}
				value={state.newName}
				type={(newName) => actions.type({ newName })}
				enter={actions.add}
			/>
			<Buttons>
				<Button label={text('mentors-add')} press={actions.add} />
				<SubmitButton label={text('form-save')} isBusy={state.isBusy} />
			</Buttons>
		</>
	);
}

function ListSaveNotice({ state, actions, wording: { text }, addresses }: MentorsFormProps) {
	const { said, refusal } = state;
	return (
		<>
			{said && (
				<Notice kind={said === 'form-saved' ? 'success' : 'warning'}>
					<p>{text(said)}</p>
					{said === 'mentors-conflict' && (
						<Buttons>
							<Button label={text('form-conflict-keep')} press={actions.keepMine} />
							<Button label={text('form-conflict-take')} press={actions.load} />
						</Buttons>
					)}
				</Notice>
			)}
			{refusal && <RefusalNotice refusal={refusal} text={text} addresses={addresses} />}
		</>
	);
}

function MentorFields(props: MentorsFormProps & { entry: MentorEntry }) {
	const { state, actions, wording, addresses, entry } = props;
	const { text } = wording;
	const { isLocked } = state;
	const id = mentorInputId(entry.id);
	const edit = (change: Partial<MentorEntry>) => actions.edit({ ...entry, ...change });
	return (
		<fieldset class="mentorship-settings__mentor" disabled={isLocked}>
			<legend>
				<UserLink name={entry.name} href={addresses.userPage(entry.name)} />
			</legend>
			<TextField
				id={id}
				label={text('mentors-message')}
				value={entry.message}
				type={(message) => edit({ message })}
			/>
			<div class="mentorship-settings__row">
				<Field id={`${id}-weight`} label={text('mentors-weight')}>
					<select
						id={`${id}-weight`}
						class="cdx-select"
						value={entry.weight}
						onChange={({ currentTarget }) => edit({ weight: Number(currentTarget.value) })}
					>
						{weights.map((weight) => (
							<option key={weight} value={weight} selected={weight === entry.weight}>
								{text(`mentors-weight-${weight}`)}
							</option>
						))}
					</select>
				</Field>
				<Field id={`${id}-away`} label={text('mentors-away')}>
					<div class="cdx-text-input">
						<input
							id={`${id}-away`}
							class="cdx-text-input__input"
							type="date"
							value={entry.away}
							onChange={({ currentTarget }) => edit({ away: currentTarget.value })}
						/>
					</div>
				</Field>
				{!isLocked && (
					<Button label={text('mentors-remove')} press={() => actions.remove(entry.id)} />
				)}
			</div>
		</fieldset>
	);
}

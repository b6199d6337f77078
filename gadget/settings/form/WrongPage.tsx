import { highestThreshold } from '../../domain/thresholds.ts';
import { Button, ButtonLink, Buttons } from '../controls.tsx';
import { Notice } from '../Notice.tsx';
import type { Wording } from '../wording.ts';
import type { PlacedMistake } from './document.ts';

/** What is wrong with the page, where, and how to put it right. */
export function WrongPage(props: {
	mistakes: readonly PlacedMistake[];
	isLocked: boolean;
	wording: Wording;
	/** The page's source, to be edited. */
	source: string;
	useDefaults: () => void;
}) {
	const { mistakes, isLocked, wording, source, useDefaults } = props;
	const { text } = wording;
	return (
		<Notice kind="error">
			<p>{text('form-mistake')}</p>
			<Mistakes mistakes={mistakes} wording={wording} />
			{!isLocked && (
				<>
					<Buttons>
						<ButtonLink label={text('form-mistake-source')} href={source} />
						<Button label={text('form-mistake-defaults')} press={useDefaults} />
					</Buttons>
					<p>{text('form-mistake-rest')}</p>
				</>
			)}
		</Notice>
	);
}

/** Each mistake with the line of the source that it is in. */
export function Mistakes(props: { mistakes: readonly PlacedMistake[]; wording: Wording }) {
	const { text, formatNumber } = props.wording;
	return (
		<ul>
			{props.mistakes.map(({ key, path, line, column, excerpt }) => (
				<li key={path}>
					{text(key, path, formatNumber(highestThreshold))}
					<pre dir="ltr">{excerpt}</pre>
					{text('form-mistake-place', formatNumber(line), formatNumber(column))}
				</li>
			))}
		</ul>
	);
}

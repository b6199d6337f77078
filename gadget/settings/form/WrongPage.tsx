import { highestThreshold } from '../../domain/thresholds.ts';
import type { SettingsContext } from '../context.ts';
import { Button, Buttons } from '../controls.tsx';
import { Notice } from '../Notice.tsx';
import type { Fault } from './document.ts';

/** What is wrong with the page, where, and how to put it right. */
export function WrongPage(props: {
	faults: readonly Fault[];
	isLocked: boolean;
	context: SettingsContext;
}) {
	const { faults, isLocked, context } = props;
	const { text, formatNumber, addresses, formActions } = context;
	return (
		<Notice kind="error">
			<p>{text('form-mistake')}</p>
			<ul>
				{faults.map(({ key, path, line, column, excerpt }) => (
					<li key={path}>
						{text(key, path, formatNumber(highestThreshold))}
						<pre dir="ltr">{excerpt}</pre>
						{text('form-mistake-place', formatNumber(line), formatNumber(column))}
					</li>
				))}
			</ul>
			{!isLocked && (
				<>
					<Buttons>
						<a
							class="cdx-button cdx-button--fake-button cdx-button--fake-button--enabled"
							href={addresses.source}
						>
							{text('form-mistake-source')}
						</a>
						<Button
							label={text('form-mistake-defaults')}
							press={() => formActions.dispatch({ type: 'defaultsChosen' })}
						/>
					</Buttons>
					<p>{text('form-mistake-rest')}</p>
				</>
			)}
		</Notice>
	);
}

import { highestThreshold } from '../domain/thresholds.ts';
import type { ConfigContext } from './context.ts';
import { Button, Buttons } from './controls.tsx';
import type { Fault } from './document.ts';
import { Notice } from './Notice.tsx';

/** What is wrong with the page, where, and how to put it right. */
export function WrongPage(props: {
	faults: readonly Fault[];
	isLocked: boolean;
	context: ConfigContext;
}) {
	const { faults, isLocked, context } = props;
	const { text, formatNumber, addresses, formActions } = context;
	return (
		<Notice kind="error">
			<p>{text('config-wrong-page')}</p>
			<ul>
				{faults.map(({ key, path, line, column, excerpt }) => (
					<li key={path}>
						{text(key, path, formatNumber(highestThreshold))}
						<pre dir="ltr">{excerpt}</pre>
						{text('config-fault-place', formatNumber(line), formatNumber(column))}
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
							{text('config-fault-source')}
						</a>
						<Button
							label={text('config-fault-defaults')}
							press={() => formActions.dispatch({ type: 'defaultsChosen' })}
						/>
					</Buttons>
					<p>{text('config-fault-rest')}</p>
				</>
			)}
		</Notice>
	);
}

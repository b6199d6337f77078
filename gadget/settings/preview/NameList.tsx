import { Button } from '../controls.tsx';
import { Disclosure, UserLink } from './Disclosure.tsx';
import type { EffectParts } from './EffectPreview.tsx';

/** Who would be opted out, a part at a time; all of them as a file. */
export function NameList({ preview, findings, tally, context }: EffectParts) {
	const { text, download } = context;
	const { optedOut } = tally;
	const { rowsShown } = preview;
	return (
		<>
			<Disclosure title="preview-names" isCut={optedOut.length > rowsShown} context={context}>
				<ul>
					{Array.from(optedOut.subarray(0, rowsShown), (index, row) => (
						// Rows stay and change their text: at each step of a line that is a third of the work.
						<li key={row}>
							<UserLink name={findings.names[index] ?? ''} context={context} />
						</li>
					))}
				</ul>
			</Disclosure>
			<Button label={text('preview-names-csv')} press={() => download(findings, tally)} />
		</>
	);
}

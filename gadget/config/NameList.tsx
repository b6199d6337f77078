import { Button } from './controls.tsx';
import { Disclosure } from './Disclosure.tsx';
import type { EffectParts } from './EffectPreview.tsx';

/** Who would be opted out, a part at a time; all of them as a file. */
export function NameList({ preview, findings, tally, context }: EffectParts) {
	const { text, addresses, previewActions, download } = context;
	const { optedOut } = tally;
	const shown = preview.namesShown;
	return (
		<>
			<Disclosure name="names" title={text('config-names')}>
				<ul>
					{Array.from(optedOut.subarray(0, shown), (index) => {
						const name = findings.names[index] ?? '';
						return (
							<li key={index}>
								<a href={addresses.userPage(name)}>
									<bdi>{name}</bdi>
								</a>
							</li>
						);
					})}
				</ul>
				{optedOut.length > shown && (
					<Button
						label={text('config-names-more')}
						press={() => previewActions.dispatch({ type: 'moreNamesAsked' })}
					/>
				)}
			</Disclosure>
			<Button label={text('config-names-csv')} press={() => download(findings, tally)} />
		</>
	);
}

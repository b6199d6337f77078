/** Changes the visitor's mentorship and shows the Homepage as it is then. */
export function changeState(state: 'enabled' | 'optout'): void {
	new mw.Api().postWithToken('csrf', { action: 'growthsetmenteestatus', state }).then(
		() => {
			history.replaceState(null, '', '/index.php/Special:Homepage');
			location.reload();
		},
		(code: string) => {
			// Upstream says nothing at all; a person who tries the demo should know.
			mw.log.error(`growthsetmenteestatus: ${code}`);
		},
	);
}

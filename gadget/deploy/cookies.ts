/** The cookies of one address. */
export function createCookieJar() {
	const cookies = new Map<string, string>();
	return {
		/** @param headers Each `Set-Cookie` of an answer. */
		keep(headers: readonly string[]): void {
			for (const header of headers) {
				const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(header) ?? [];
				if (value === 'deleted' || /;\s*max-age=0/i.test(header)) {
					cookies.delete(name);
				} else if (name !== '') {
					cookies.set(name, value);
				}
			}
		},
		/** For the header `Cookie`. */
		header: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
		all: () => [...cookies].map(([name, value]) => ({ name, value })),
	};
}

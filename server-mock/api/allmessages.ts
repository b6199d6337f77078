import type { QueryModule } from './module.ts';

/** `meta=allmessages`: interface texts by key, in a language. */
export const allmessages: QueryModule = {
	prepare: (parameters) => {
		const prefix = parameters.text('amprefix');
		const named = parameters.values('ammessages');
		const asked = named.length === 0 && prefix !== undefined ? ['*'] : named;
		const language = parameters.text('amlang') ?? 'en';
		const isParsed = parameters.flag('amenableparser');
		return ({ messages }) => {
			const all = () => messages.keys().filter((key) => key.startsWith(prefix ?? ''));
			const names = asked.includes('*') ? all() : asked;
			const found = names.map((name) => {
				const key = normalize(name);
				const content = isParsed ? messages.textOrNull(language, key) : messages.raw(language, key);
				return {
					name,
					normalizedname: key,
					...(content === null ? { missing: true } : { content }),
				};
			});
			return { query: { allmessages: found } };
		};
	},
};

function normalize(name: string): string {
	const key = name.replaceAll(' ', '_');
	return key.slice(0, 1).toLowerCase() + key.slice(1);
}

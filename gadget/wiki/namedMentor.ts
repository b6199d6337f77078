import type { NamedMentor } from '../hosts/host.ts';

export function namedMentor(name: string): NamedMentor {
	return { name, userPage: mw.util.getUrl(`User:${name}`) };
}

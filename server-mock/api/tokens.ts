import { csrfTokenOf } from '../http/session.ts';
import type { QueryModule } from './module.ts';

/** `meta=tokens`: what a write, or a login, has to prove. */
export const tokens: QueryModule = {
	prepare: (parameters) => {
		const wanted = parameters.someOf('type', ['csrf', 'login'], ['csrf']);
		return ({ session, startSession }) => {
			return {
				query: {
					tokens: {
						...(wanted.has('csrf') && { csrftoken: csrfTokenOf(session) }),
						...(wanted.has('login') && {
							logintoken: (session ?? startSession(null)).loginToken,
						}),
					},
				},
			};
		};
	},
};

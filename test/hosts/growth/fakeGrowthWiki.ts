import { vi } from 'vitest';
import { type Memory, memoryOption, readMemory } from '../../../gadget/domain/memory.ts';
import {
	createGrowthHost,
	type GrowthHostDependencies,
} from '../../../gadget/hosts/growth/host.ts';
import { ApiError, type ApiParameters, type WikiApi } from '../../../gadget/wiki/api.ts';

export interface FakeGrowthWikiOptions {
	/** As the wiki has it; `null`: nothing is saved. */
	readonly memory?: Partial<Memory> | null;
	/** As the page has it, where that is something else. */
	readonly memoryOnPage?: Partial<Memory>;
	readonly status?: 'enabled' | 'optout';
	/** Whose mentee the person is, on the wiki and on the page. */
	readonly mentor?: string;
	/** Whom the lot falls on when they enable mentorship. */
	readonly drawn?: string;
	readonly listed?: readonly string[];
	/** Codes that actions are refused with, by action. */
	readonly refusals?: Readonly<Record<string, string>>;
}

/** What the host uses of `mw`. */
export function stubMw(): void {
	vi.stubGlobal('mw', {
		log: Object.assign(vi.fn(), { warn: vi.fn() }),
		util: { getUrl: (title: string) => `/wiki/${title}` },
		user: { options: { get: () => null, set: () => undefined } },
		config: { get: () => 'test' },
		storage: { getObject: () => null, setObject: () => true },
	});
}

/** A wiki with GrowthExperiments and one person on it, in a few lines. */
export function createFakeGrowthWiki(options: FakeGrowthWikiOptions) {
	const { refusals = {}, drawn = 'Drawn', listed = ['Before', 'Drawn'] } = options;
	const { memory: saved = null } = options;
	const full = (memory: Partial<Memory> | null): Memory => ({ version: 1, ...memory });
	let status = options.status ?? 'enabled';
	let mentor = options.mentor;
	let option = saved && JSON.stringify(full(saved));
	const posts: string[] = [];

	const change = ({ action, ...parameters }: ApiParameters): void => {
		switch (action) {
			case 'options':
				option = String(parameters.optionvalue);
				posts.push(`memory: ${readMemory(option)?.pending ?? 'done'}`);
				break;
			case 'growthsetmenteestatus':
				posts.push(String(parameters.state));
				if (parameters.state === status) {
					throw new ApiError('growthexperiments-setmenteestatus-no-change');
				}
				status = parameters.state === 'optout' ? 'optout' : 'enabled';
				mentor = status === 'optout' ? undefined : drawn;
				break;
			default:
				posts.push(`mentor: ${parameters.mentor}`);
				if (parameters.mentor === mentor) {
					throw new ApiError('growthexperiments-homepage-claimmentee-already-mentor');
				}
				if (!listed.includes(String(parameters.mentor))) {
					throw new ApiError('permissiondenied');
				}
				mentor = String(parameters.mentor);
		}
	};
	const api: WikiApi = {
		get: async <Answer>() =>
			({
				query: { userinfo: { options: { [memoryOption]: option } } },
				growthmenteestatus: { menteestatus: status },
				growthmentorlist: Object.fromEntries(
					listed.map((username, index) => [index + 1, { username, message: null, weight: 2 }]),
				),
			}) as Answer,
		post: async <Answer>(parameters: ApiParameters) => {
			const code = refusals[String(parameters.action)];
			if (code) {
				posts.push(`${parameters.action}: ${code}`);
				throw new ApiError(code);
			}
			change(parameters);
			return {} as Answer;
		},
	};
	const dependencies: GrowthHostDependencies = {
		api,
		person: { id: 99, name: 'Person', editCount: 600, registration: null },
		memory: full(options.memoryOnPage ?? saved),
		mentorOnPage: mentor,
		readMentorNow: async () => mentor,
		decideOn: ({ askedAt }) => (askedAt ? 'enabled' : 'graduate'),
		fetchReason: async () => 'test',
		now: () => 0,
		random: () => 0,
		log: () => undefined,
	};
	return {
		host: createGrowthHost(dependencies),
		/** What was changed or tried to, in order. */
		posts,
		read: () => ({ status, mentor, memory: readMemory(option) }),
	};
}

import type { LogEntry } from '../store/log.ts';
import { parseTitle } from '../wiki/title.ts';
import type { ApiAnswer, QueryModule } from './module.ts';
import { formatTime } from './time.ts';

/** `list=logevents`: the public log, newest first. */
export const logevents: QueryModule = {
	prepare: (parameters) => {
		const type = parameters.text('letype');
		const title = parameters.text('letitle');
		const limit = parameters.limit('lelimit');
		const filter = { type, title: title === undefined ? undefined : parseTitle(title)?.text };
		return ({ store }) => ({
			query: { logevents: store.log.list(filter, limit).map(describe) },
		});
	},
};

function describe(entry: LogEntry): ApiAnswer {
	// The log stores `4::previous-mentor`; readers get the name alone.
	const params = Object.entries(entry.parameters).map(([key, value]) => [
		key.replace(/^\d+::/, ''),
		value,
	]);
	return {
		logid: entry.id,
		title: entry.title,
		params: Object.fromEntries(params),
		type: entry.type,
		action: entry.action,
		user: entry.userName,
		timestamp: formatTime(entry.timestamp),
		comment: entry.comment,
	};
}

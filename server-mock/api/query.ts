import { inModule } from './error.ts';
import type { ActionModule, QueryAnswer, QueryModule } from './module.ts';
import { lists, metas } from './modules.ts';
import { readPageSet } from './pageSet.ts';
import type { Parameters } from './parameters.ts';

/** `action=query`: several questions in one request. */
export const query: ActionModule = {
	prepare: (parameters) => {
		const pageSet = readPageSet(parameters);
		const questions = [...choose('list', lists, parameters), ...choose('meta', metas, parameters)];
		// Where an earlier answer went on from.
		parameters.text('continue');
		return (context) => {
			const answers = [
				pageSet(context),
				...questions.map(({ path, run }) => inModule(path, () => run(context))),
			];
			return combine(answers);
		};
	},
};

function choose(
	kind: 'list' | 'meta',
	modules: Readonly<Record<string, QueryModule>>,
	parameters: Parameters,
) {
	const chosen = parameters.someOf(kind, Object.keys(modules));
	return Object.entries(modules)
		.filter(([name]) => chosen.has(name))
		.map(([name, module]) => {
			const path = `query+${name}`;
			const run = inModule(path, () => module.prepare(parameters.inModule(path)));
			return { path, run };
		});
}

function combine(answers: readonly QueryAnswer[]) {
	const found = Object.assign({}, ...answers.map((answer) => answer.query));
	const rest = Object.assign({}, ...answers.map((answer) => answer.continue));
	return {
		batchcomplete: true,
		...(Object.keys(rest).length > 0 && { continue: { ...rest, continue: '-||' } }),
		...(Object.keys(found).length > 0 && { query: found }),
		...Object.assign({}, ...answers.map((answer) => answer.top)),
	};
}

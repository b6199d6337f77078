import { isThreshold, type Thresholds, thresholdsKey } from '../../domain/thresholds.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import {
	findMember,
	type JsonNode,
	type JsonReading,
	locate,
	readJson,
	withMember,
	writeJson,
} from './jsonText.ts';

/** What is wrong with the configuration page, and where. */
export interface PlacedMistake {
	readonly key: MessageKey;
	/** The keys that lead to it, joined by dots. */
	readonly path: string;
	readonly line: number;
	readonly column: number;
	/** The line of the source. */
	readonly excerpt: string;
}

/** What a configuration page says; `null`: there is no page, or nothing of ours on it. */
export type Reading =
	| { readonly kind: 'right'; readonly thresholds: Thresholds | null }
	| { readonly kind: 'wrong'; readonly mistakes: readonly PlacedMistake[] };

const settingNames = ['enabled', 'minEditcount', 'minTenureInDays'] as const;

/** @param text The page's source; `null` where there is no page. */
export function readDocument(text: string | null): Reading {
	const source = text ?? '{}';
	const reading = readJson(source);
	const mistakes = findMistakes(reading);
	if (mistakes.length > 0) {
		return {
			kind: 'wrong',
			mistakes: mistakes.map(({ start, ...mistake }) => ({
				...mistake,
				...locate(source, start),
			})),
		};
	}
	const block = findMember(reading.node, thresholdsKey)?.value;
	return { kind: 'right', thresholds: block ? pickThresholds(parseNode(block)) : null };
}

interface Mistake {
	readonly key: MessageKey;
	readonly path: string;
	/** Where in the text. */
	readonly start: number;
}

function findMistakes({ node, faultAt }: JsonReading): Mistake[] {
	if (faultAt !== null) {
		return [{ key: 'form-mistake-json', path: '', start: faultAt }];
	}
	if (node.kind !== 'object') {
		return [{ key: 'form-mistake-object', path: '', start: 0 }];
	}
	const block = findMember(node, thresholdsKey)?.value;
	if (block && block.kind !== 'object') {
		return [{ key: 'form-mistake-object', path: thresholdsKey, start: block.start }];
	}
	return block ? settingNames.flatMap((name) => findMistake(block, name)) : [];
}

function findMistake(block: JsonNode, name: (typeof settingNames)[number]): Mistake[] {
	const path = `${thresholdsKey}.${name}`;
	const setting = findMember(block, name)?.value;
	if (!setting) {
		return [{ key: 'form-mistake-missing', path, start: block.start }];
	}
	const value: unknown = parseNode(setting);
	const [isRight, key]: [boolean, MessageKey] =
		name === 'enabled'
			? [typeof value === 'boolean', 'form-mistake-boolean']
			: [isThreshold(value), 'form-mistake-number'];
	return isRight ? [] : [{ key, path, start: setting.start }];
}

function parseNode<Value>(node: JsonNode): Value {
	return JSON.parse(writeJson(node));
}

/** The settings of a block without mistakes. */
function pickThresholds({ enabled, minEditcount, minTenureInDays }: Thresholds): Thresholds {
	return { enabled, minEditcount, minTenureInDays };
}

/**
 * The page's source with these thresholds, everything else on it kept as it was and in its order.
 * Of a broken source, what is whole before the break is kept.
 *
 * @param text The page's source as it is; `null` where there is no page.
 */
export function writeDocument(text: string | null, thresholds: Thresholds): string {
	const { node } = readJson(text ?? '');
	let block = findMember(node, thresholdsKey)?.value;
	for (const name of settingNames) {
		block = withMember(block, name, { kind: 'scalar', start: 0, raw: String(thresholds[name]) });
	}
	return block ? writeJson(withMember(node, thresholdsKey, block)) : '';
}

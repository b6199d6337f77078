/** MediaWiki's fallback chains, of languages that a person may try here; others fall back to English. */
const fallbacks: Readonly<Record<string, readonly string[]>> = {
	arz: ['ar'],
	'de-at': ['de'],
	'de-ch': ['de'],
	'de-formal': ['de'],
	'es-formal': ['es'],
	nds: ['de'],
	'pt-br': ['pt'],
	sk: ['cs'],
	yi: ['he'],
	zh: ['zh-hans', 'zh-hant', 'zh-cn', 'zh-tw', 'zh-hk'],
	'zh-cn': ['zh-hans', 'zh', 'zh-hant'],
	'zh-hans': ['zh-cn', 'zh', 'zh-hant'],
	'zh-sg': ['zh-hans', 'zh-cn', 'zh', 'zh-hant'],
};

/** The languages to fall back to, the nearest first, English last; none for English itself. */
export function fallbackLanguages(language: string): string[] {
	return language === 'en' ? [] : [...(fallbacks[language] ?? []), 'en'];
}

const rightToLeft = new Set([
	'ar',
	'arc',
	'arz',
	'ckb',
	'dv',
	'fa',
	'he',
	'ks',
	'ps',
	'sd',
	'ug',
	'ur',
	'yi',
]);

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
	return rightToLeft.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

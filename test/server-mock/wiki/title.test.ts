import { describe, expect, test } from 'vitest';
import { pagePath, parseTitle, userName } from '../../../server-mock/wiki/title.ts';

describe('a title', () => {
	test.each([
		['Main Page', 0, 'Main Page'],
		['main_page', 0, 'Main page'],
		['user_talk:nora  newcomer', 3, 'User talk:Nora newcomer'],
		[' MediaWiki : gadget-a.json ', 8, 'MediaWiki:Gadget-a.json'],
		['No namespace: at all', 0, 'No namespace: at all'],
		['\u202eniaM\u200f Page', 0, 'NiaM Page'],
		['é'.repeat(127), 0, `É${'é'.repeat(126)}`],
		['Special:Homepage/mentorship', -1, 'Special:Homepage/mentorship'],
	])('“%s” is read as MediaWiki reads it', (text, namespace, title) => {
		expect(parseTitle(text)).toMatchObject({ namespace, text: title });
	});

	test.each([
		'',
		' ',
		'User:',
		'A[b',
		'A|b',
		'<script>',
		'A#b',
		'A\nb\u0000',
		'x'.repeat(256),
		'é'.repeat(128),
		'A\ud83d',
	])('“%s” is none', (text) => {
		expect(parseTitle(text)).toBeNull();
	});

	test.each([
		['User talk:Nora Newcomer', {}, '/index.php/User_talk:Nora_Newcomer'],
		['A&b?c', {}, '/index.php/A%26b%3Fc'],
		['Ä/b', { action: 'edit' }, '/index.php?title=%C3%84/b&action=edit'],
	])('“%s” has an address', (title, query, path) => {
		expect(pagePath(title, query)).toBe(path);
	});
});

describe('a user’s name', () => {
	test.each([
		['nora_Newcomer', 'Nora Newcomer'],
		['User:Nora Newcomer', 'Nora Newcomer'],
	])('“%s” is read', (text, name) => {
		expect(userName(text)).toBe(name);
	});

	test.each(['192.0.2.1', '2001:db8::1', 'a/b', 'a@b', 'a#b', ''])('“%s” is none', (text) => {
		expect(userName(text)).toBeNull();
	});
});

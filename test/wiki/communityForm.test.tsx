import { afterEach, expect, test, vi } from 'vitest';
import { thresholdsKey } from '../../gadget/domain/thresholds.ts';
import { findCommunityForm } from '../../gadget/wiki/communityForm.ts';

const names = ['enabled', 'minEditcount', 'minTenureInDays'];

afterEach(() => document.body.replaceChildren());

/** The extension's script draws its form after ours looks for it. */
async function openCommunityForm() {
	const root = document.createElement('div');
	root.id = 'ext-communityConfiguration-app-root';
	document.body.append(root);
	const found = findCommunityForm();
	const type = (name: string) => (name === 'enabled' ? 'checkbox' : 'number');
	root.innerHTML = names
		.map((name) => `<p id="${thresholdsKey}.${name}"><input type="${type(name)}" value="5"></p>`)
		.join('');
	const [enabled, edits] = root.querySelectorAll('input');
	return { root, enabled, edits, form: await found };
}

test('ours is above the checkbox of the community’s form, and below its two numbers', async () => {
	const { root, form } = await openCommunityForm();
	expect([...root.children].map((child) => child.id)).toEqual([
		'',
		...names.map((name) => `${thresholdsKey}.${name}`),
		'',
	]);
	expect([root.firstElementChild, root.lastElementChild]).toEqual([form.above, form.below]);
});

test('reads the numbers typed there; where one cannot be read, the last that could', async () => {
	const { enabled, edits, form } = await openCommunityForm();
	expect(form.read()).toEqual({ enabled: false, minEditcount: 5, minTenureInDays: 5 });
	enabled?.click();
	for (const value of ['7', '']) {
		Object.assign(edits ?? {}, { value });
		expect(form.read()).toEqual({ enabled: true, minEditcount: 7, minTenureInDays: 5 });
	}
});

test('tells the extension’s script of a number that it writes, and hears what is typed', async () => {
	const { edits, form } = await openCommunityForm();
	const heard = vi.fn<() => void>();
	form.onInput(heard);
	form.write('minEditcount', 300);
	expect(edits?.value).toBe('300');
	expect(heard).toHaveBeenCalledOnce();
});

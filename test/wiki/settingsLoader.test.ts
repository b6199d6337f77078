import { expect, test, vi } from 'vitest';
import {
	loadFormInGrowthForm,
	loadFormOnThresholdsPage,
} from '../../gadget/wiki/settingsLoader.ts';

const page = { wgTitle: 'Gadget-mentorship.json', wgRevisionId: 2, wgCurRevisionId: 2 };
const special = {
	wgCanonicalSpecialPageName: 'CommunityConfiguration',
	wgTitle: 'CommunityConfiguration/Mentorship',
};

test.each([
	['the page of the settings', loadFormOnThresholdsPage, page, false, true],
	['the same in a frame of another site', loadFormOnThresholdsPage, page, true, false],
	['an old revision', loadFormOnThresholdsPage, { ...page, wgRevisionId: 1 }, false, false],
	['a difference', loadFormOnThresholdsPage, { ...page, wgDiffNewId: 2 }, false, false],
	['another page', loadFormOnThresholdsPage, { ...page, wgTitle: 'Other.json' }, false, false],
	['the community’s form', loadFormInGrowthForm, special, false, true],
	['that in a frame', loadFormInGrowthForm, special, true, false],
	['another form', loadFormInGrowthForm, { ...special, wgTitle: 'X/Help' }, false, false],
])('%s: the form is loaded there and nowhere else', (_where, load, config, isFramed, isLoaded) => {
	const loadModule = vi.fn();
	const self = {};
	vi.stubGlobal('window', { self, top: isFramed ? {} : self });
	vi.stubGlobal('mw', { config: { get: () => config }, loader: { load: loadModule } });
	load();
	expect(loadModule).toHaveBeenCalledTimes(isLoaded ? 1 : 0);
});

import type { BrowserContext } from 'playwright';

/**
 * The form as a wiki without GrowthExperiments has it: the demo has the extension on every page but
 * those with a placeholder.
 */
export async function hideExtension(context: BrowserContext): Promise<void> {
	await context.route(/Gadget-mentorship\.json(&|$)/, async (route) => {
		const response = await route.fetch();
		const body = (await response.text()).replaceAll('ext.growthExperiments.', 'ext.other.');
		await route.fulfill({ response, body });
	});
	// A wiki answers a question that it does not know without a word of it.
	await context.route(/list=growthmentorlist/, (route) =>
		route.fulfill({ json: { batchcomplete: true } }),
	);
}

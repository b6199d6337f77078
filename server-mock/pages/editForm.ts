import { csrfTokenOf } from '../http/session.ts';
import { editRefusals } from '../wiki/permissions.ts';
import { pagePath, type Title } from '../wiki/title.ts';
import { type Html, html } from './html.ts';
import { type PageRequest, type PageView, pageView } from './view.ts';

/** What a person typed before the save was refused. */
export interface Draft {
	readonly text: string;
	readonly summary: string;
	readonly refusal: string;
}

/** `?action=edit`: a page's text, or with `section=new` a question, a notice, at its end. */
export function renderEditForm(request: PageRequest, draft: Draft | null = null): PageView {
	const { store, title, query, user, session } = request;
	const isNewSection = query.get('section') === 'new';
	const page = store.pages.find(title.text);
	const heading = isNewSection ? `${title.text}: new section` : `${title.text}: edit`;
	const [refusal] = editRefusals(user, title);
	if (refusal !== undefined) {
		return pageView({
			status: 403,
			action: 'edit',
			heading,
			content: html`<p>You may not edit this page (${refusal}).</p><pre dir="ltr">${page?.latest.content ?? ''}</pre>`,
		});
	}
	const text = draft?.text ?? (isNewSection ? '' : (page?.latest.content ?? ''));
	const summary = draft?.summary ?? query.get('preloadtitle') ?? '';
	return pageView({
		status: draft === null ? 200 : 403,
		action: 'edit',
		heading,
		content: html`${renderRefusal(draft)}<form class="edit-form" id="editform" method="post" action="${submitPath(title)}">
			<input type="hidden" name="wpEditToken" value="${csrfTokenOf(session)}">
			<input type="hidden" name="section" value="${isNewSection ? 'new' : ''}">
			<input type="hidden" name="editRevId" value="${page?.latest.id ?? ''}">
			${isNewSection ? renderSubject(summary) : null}
			<label for="wpTextbox1">${isNewSection ? 'Your message' : 'Text of the page'}</label>
			<textarea id="wpTextbox1" name="wpTextbox1" rows="${isNewSection ? 8 : 22}" dir="auto">${text}</textarea>
			${isNewSection ? null : renderSummary(summary)}
			<button class="cdx-button cdx-button--action-progressive cdx-button--weight-primary" id="wpSave">${isNewSection ? 'Publish' : 'Save the page'}</button>
		</form>`,
		styles: ['codex/codex.style.css'],
	});
}

function submitPath(title: Title): string {
	return pagePath(title.text, { action: 'submit' });
}

function renderRefusal(draft: Draft | null): Html | null {
	return draft === null
		? null
		: html`<div class="cdx-message cdx-message--block cdx-message--error" role="alert"><div class="cdx-message__content">Nothing was saved: ${draft.refusal}</div></div>`;
}

function renderSubject(summary: string): Html {
	return html`<label for="wpSummary">Subject</label>
		<input id="wpSummary" name="wpSummary" value="${summary}" dir="auto" required>`;
}

function renderSummary(summary: string): Html {
	return html`<label for="wpSummary">Summary</label>
		<input id="wpSummary" name="wpSummary" value="${summary}" dir="auto">`;
}

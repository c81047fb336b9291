// The page shows the documents and sends nothing: requests would have to be signed, and would change state.
for (const section of document.querySelectorAll('[data-document]')) {
    SwaggerUIBundle({
        domNode: section,
        url: section.dataset.document,
        docExpansion: 'list',
        supportedSubmitMethods: [],
        validatorUrl: null,
    });
}

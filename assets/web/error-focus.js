// Moves the focus to what is to be put right, so that it is read out and seen first.
for (const problems of document.querySelectorAll('[data-focus]')) if (problems instanceof HTMLElement) problems.focus()

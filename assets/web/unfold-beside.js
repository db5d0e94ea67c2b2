// Where prompts and facts stand beside the question they are open for screen readers too; on a phone they fold away.
const wide = matchMedia('(min-width: 62rem)')

const follow = () => {
  for (const details of document.querySelectorAll('details[data-beside]')) {
    details.toggleAttribute('open', wide.matches)
    details.querySelector('summary')?.setAttribute('tabindex', wide.matches ? '-1' : '0')
  }
}

follow()
wide.addEventListener('change', follow)

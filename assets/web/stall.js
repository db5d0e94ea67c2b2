// What every page of a paired tablet does, so that nobody finds what somebody else wrote.
import './stall-guard.js'
import './stall-links.js'
import './stall-forms.js'
import './stall-asks.js'
import './stall-idle.js'
import './stall-size.js'
import './stall-standing.js'
import './stall-rounds.js'

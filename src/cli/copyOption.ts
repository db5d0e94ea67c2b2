import { Option } from 'commander'

/** `--copy`: the two copies that a form can be made as. */
export const copyOption = (): Option =>
  new Option('--copy <which>', 'fillable: its fields can be filled on; final: for sending and printing, with none')
    .choices(['fillable', 'final'])
    .default('fillable')

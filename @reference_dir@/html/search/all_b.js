var searchData=
[
  ['make_5ferror_5fcode_0',['make_error_code',['../group__tasks.html#ga7bf38e7fc52513290eb9a97f9ee85a1c',1,'eyeballs']]],
  ['mark_1',['mark',['../structeyeballs_1_1timeline__row.html#adb527f24928a3c2aad60d1163a497e8e',1,'eyeballs::timeline_row']]],
  ['max_5faddresses_2',['max_addresses',['../structeyeballs_1_1connect__options.html#a4dc0ffd42562895bbaa7c5b62a5ab804',1,'eyeballs::connect_options::max_addresses()'],['../structeyeballs_1_1configurable__values.html#a27d92643f5911b175313d42cd128df5f',1,'eyeballs::configurable_values::max_addresses()']]],
  ['max_5fattempts_5fin_5fflight_3',['max_attempts_in_flight',['../structeyeballs_1_1connect__options.html#a59c0f2a52aaef7b3c72d019719487b7b',1,'eyeballs::connect_options::max_attempts_in_flight()'],['../structeyeballs_1_1configurable__values.html#a32acaaaa8883a4154be71184f0262293',1,'eyeballs::configurable_values::max_attempts_in_flight()']]],
  ['maximum_5fattempt_5fdelay_4',['maximum_attempt_delay',['../structeyeballs_1_1connect__options.html#a5fd259dc0c086d9e8a7d100b044ad2b8',1,'eyeballs::connect_options::maximum_attempt_delay()'],['../structeyeballs_1_1configurable__values.html#a1c3f704ed101191158f782d00b005f72',1,'eyeballs::configurable_values::maximum_attempt_delay()']]],
  ['message_5',['message',['../structeyeballs_1_1error.html#a568267b4e39e0284597b66d81850e6e4',1,'eyeballs::error']]],
  ['minimum_5fattempt_5fdelay_6',['minimum_attempt_delay',['../structeyeballs_1_1connect__options.html#a5ddcb35097c9cc4192b5dae285ab558f',1,'eyeballs::connect_options::minimum_attempt_delay()'],['../structeyeballs_1_1configurable__values.html#a7f3000cead97087b048254fd0b3e3014',1,'eyeballs::configurable_values::minimum_attempt_delay()']]]
];

var searchData=
[
  ['v4_5fbytes_0',['v4_bytes',['../classeyeballs_1_1ip__address.html#a9258535638cb06accffbcde57847f611',1,'eyeballs::ip_address']]],
  ['v6_5fbytes_1',['v6_bytes',['../classeyeballs_1_1ip__address.html#ab4cda178b7a899428d1904d5b414e367',1,'eyeballs::ip_address']]],
  ['value_5ftype_2',['value_type',['../structeyeballs_1_1task.html#a104d2e5c08673b5846ad34a95c81b470',1,'eyeballs::task']]]
];

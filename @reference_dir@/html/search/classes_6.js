var searchData=
[
  ['ip_5faddress_0',['ip_address',['../classeyeballs_1_1ip__address.html',1,'eyeballs']]],
  ['is_5ferror_5fcode_5fenum_3c_20eyeballs_3a_3aerrc_20_3e_1',['is_error_code_enum&lt; eyeballs::errc &gt;',['../structstd_1_1is__error__code__enum_3_01eyeballs_1_1errc_01_4.html',1,'std']]]
];

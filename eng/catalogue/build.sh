#!/bin/sh
# Cuts the survey of the REST documentation down to the columns that the library reads.
# usage: eng/catalogue/build.sh <folder that holds methods.tsv and events.tsv>
set -eu

survey=${1:?the folder that holds methods.tsv and events.tsv}
catalogue=$(dirname "$0")/../../src/Bitrix24.LoadModel/Catalogue

keep() {
    awk -F '\t' -v OFS='\t' -v wanted="$1" '
        BEGIN { count = split(wanted, names, " ") }
        NR == 1 { for (i = 1; i <= NF; i++) position[$i] = i
                  for (i = 1; i <= count; i++)
                      if (!(names[i] in position)) { print "no column " names[i] > "/dev/stderr"; exit 1 } }
        { line = $position[names[1]]
          for (i = 2; i <= count; i++) line = line OFS $position[names[i]]
          print line }' "$2"
}

keep "method scope kind paged page_param page_size supports_start_minus_1 batchable entity id_field filter_in filter_gt \
select_param filter_param order_param result_shape reference_data rest deprecated app_only doc_path" \
    "$survey/methods.tsv" > "$catalogue/methods.tsv"

keep "event entity action scope id_path offline_supported outgoing_webhook deprecated doc_path" \
    "$survey/events.tsv" > "$catalogue/events.tsv"

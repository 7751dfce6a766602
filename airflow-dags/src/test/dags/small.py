"""A DAG of one small task, for tests: it prints, waits as long as asked, and leaves a summary."""

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG, Param

with DAG(
    "plumbline_small",
    schedule=None,
    params={
        "seconds": Param(0, type="integer", minimum=0, maximum=600, description="how long it works"),
        "fail": Param(False, type="boolean", description="whether it ends with 3"),
    },
    doc_md=__doc__,
):
    BashOperator(
        task_id="work",
        bash_command="echo begun; sleep {{ params.seconds }}; "
        "{% if params.fail %}exit 3{% else %}echo '{\"taken\": 7}'{% endif %}",
    )
